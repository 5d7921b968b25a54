import type { Core } from '@strapi/types';

/**
 * Strapi's own encryption (AES-256-GCM under `admin.secrets.encryptionKey`), for secrets that lie in the database.
 * @throws when that key is missing, or is not the one a secret was sealed under.
 */
export function createSecretBox(strapi: Core.Strapi) {
  const encryption = () => strapi.service('admin::encryption') as unknown as Encryption;
  return {
    seal(secret: string): string {
      const sealed = encryption().encrypt(secret);
      if (!sealed)
        throw new Error(
          'certificates: signing keys are kept encrypted, and there is nothing to encrypt them with; set admin.secrets.encryptionKey (ENCRYPTION_KEY)',
        );
      return sealed;
    },
    open(sealed: string): string {
      const secret = encryption().decrypt(sealed);
      if (!secret)
        throw new Error(
          'certificates: a signing key cannot be decrypted; admin.secrets.encryptionKey (ENCRYPTION_KEY) is not the one it was encrypted under',
        );
      return secret;
    },
  };
}

interface Encryption {
  encrypt(value: string): string | null;
  decrypt(value: string): string | null;
}
