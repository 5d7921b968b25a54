import type { Core } from '@strapi/types';
import { SIGNING_KEY } from '../constants';
import { chooseKey, type KeyPurpose, type SigningKey } from './choose-key';
import { createSecretBox } from './secret-box';

export interface NewKey {
  keyId: string;
  publicPart: string;
  /** Null: the secret stays in the configuration, and only the public part is remembered. */
  secret: string | null;
}

/**
 * The keys in the database: secrets encrypted, public parts for ever. Nothing is kept in memory, so a rotation in one
 * process is seen by all.
 */
export function createSigningKeys(strapi: Core.Strapi) {
  const box = createSecretBox(strapi);
  const rows = () => strapi.db.query(SIGNING_KEY);

  async function all(purpose: KeyPurpose): Promise<SigningKey[]> {
    const found = await rows().findMany({ where: { purpose }, orderBy: { activeFrom: 'asc' } });
    return found.map((row) => ({
      purpose,
      keyId: row.keyId,
      publicPart: row.publicPart,
      activeFrom: new Date(row.activeFrom),
      sealedSecret: row.sealedSecret ?? null,
    }));
  }

  async function write(purpose: KeyPurpose, { keyId, publicPart, secret }: NewKey): Promise<void> {
    await rows().create({
      data: {
        purpose,
        keyId,
        publicPart,
        sealedSecret: secret === null ? null : box.seal(secret),
        activeFrom: new Date().toISOString(),
      },
    });
  }

  return {
    all,

    /** @returns the key for something issued at `date`, with its secret. @throws when there is none. */
    async at(purpose: KeyPurpose, date: Date): Promise<SigningKey & { secret: string }> {
      const key = chooseKey(await all(purpose), date);
      if (!key) throw new Error(`certificates: there is no ${purpose} key to sign with; restart to make one`);
      return { ...key, secret: box.open(key.sealedSecret as string) };
    },

    /** Makes the first key. Processes that start at once queue at a lock, so that there is one. */
    async ensure(purpose: KeyPurpose, make: () => Promise<NewKey>): Promise<void> {
      await strapi.db.transaction(async ({ trx }) => {
        await trx.raw("select pg_advisory_xact_lock(hashtextextended('certificates:signing-keys', 0))");
        if (!chooseKey(await all(purpose), new Date())) await write(purpose, await make());
      });
    },

    /** Remembers the public part of a configured key, so that it can be checked after it has left the configuration. */
    async remember(purpose: KeyPurpose, key: NewKey): Promise<void> {
      await strapi.db.transaction(async ({ trx }) => {
        await trx.raw("select pg_advisory_xact_lock(hashtextextended('certificates:signing-keys', 0))");
        if (!(await rows().findOne({ where: { keyId: key.keyId } }))) await write(purpose, key);
      });
    },

    /** From now on a new key signs; what the old ones signed stays valid. */
    rotate: (purpose: KeyPurpose, key: NewKey): Promise<void> => write(purpose, key),
  };
}
export type SigningKeys = ReturnType<typeof createSigningKeys>;
