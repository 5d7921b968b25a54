import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Core } from '@strapi/types';
import { parseConfig } from '../config';
import { publicKeyOf } from '../credential/sign-credential';
import type { KeyPurpose } from '../signing/choose-key';
import { makeSelfSigned } from '../signing/self-signed-certificate';
import { signerOf, signerOfP12, signPdf, type PdfSigner } from '../signing/sign-pdf';
import { createSigningKeys, type NewKey } from '../signing/signing-keys';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Who signs: the configured keys, or else those in the database. */
export const createSigning = (strapi: Core.Strapi) => {
  const keys = createSigningKeys(strapi);
  const config = () => parseConfig(strapi.config.get('plugin::certificates'));
  let fromFile: Promise<PdfSigner> | null = null;
  const signers = new Map<string, PdfSigner>();

  const make: Record<KeyPurpose, () => Promise<NewKey>> = {
    async credential() {
      const seed = randomBytes(32);
      const publicPart = await publicKeyOf(seed);
      return { keyId: publicPart, publicPart, secret: seed.toString('base64url') };
    },
    async pdf() {
      const made = await makeSelfSigned(config().issuer.name, new Date());
      return {
        keyId: made.fingerprint,
        publicPart: base64(made.certificate),
        secret: base64(made.privateKey),
      };
    },
  };

  async function pdfSigner(issuedAt: Date): Promise<PdfSigner> {
    const { p12Path, p12Passphrase } = config().signature;
    if (p12Path) {
      fromFile ??= readFile(p12Path).then((file) => signerOfP12(file, p12Passphrase));
      return fromFile;
    }
    const { keyId, publicPart, secret } = await keys.at('pdf', issuedAt);
    const known = signers.get(keyId);
    if (known) return known;
    const [certificate, privateKey] = [Buffer.from(publicPart, 'base64'), Buffer.from(secret, 'base64')];
    const signer = await signerOf({ certificate, privateKey, fingerprint: keyId });
    signers.set(keyId, signer);
    return signer;
  }

  return {
    /**
     * Makes or remembers what is signed with; once in the life of a database.
     * @throws when a configured key cannot be read, or there is nothing to encrypt one of our own with.
     */
    async prepare(): Promise<void> {
      const { signature, credential } = config();
      if (credential.seed) {
        const publicPart = await publicKeyOf(Buffer.from(credential.seed, 'base64url'));
        await keys.remember('credential', { keyId: publicPart, publicPart, secret: null });
      } else await keys.ensure('credential', make.credential);
      if (signature.p12Path) await pdfSigner(new Date());
      else await keys.ensure('pdf', make.pdf);
    },

    /** @returns the PDF with its signature; the same bytes for the same PDF and day. */
    async pdf(
      pdf: Uint8Array,
      { issuedAt, serial }: { issuedAt: Date; serial: string },
    ): Promise<Uint8Array> {
      return signPdf(pdf, await pdfSigner(issuedAt), { at: issuedAt, reason: serial });
    },

    /** The key for a credential issued at `date`. */
    async credentialSeed(date: Date): Promise<Uint8Array> {
      const { seed } = config().credential;
      return Buffer.from(seed ?? (await keys.at('credential', date)).secret, 'base64url');
    },

    /** Every public key that credentials were ever signed with, oldest first. */
    credentialPublicKeys: async (): Promise<string[]> =>
      (await keys.all('credential')).map(({ publicPart }) => publicPart),

    /**
     * From now on a new key signs what is issued; what the old ones signed stays valid. Configured keys are rotated in
     * the configuration.
     */
    async rotate(purpose: KeyPurpose): Promise<void> {
      await keys.rotate(purpose, await make[purpose]());
      strapi.log.info(`certificates: a new ${purpose} key signs from now on`);
    },
  };
};
export type Signing = ReturnType<typeof createSigning>;
