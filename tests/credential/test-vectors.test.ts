import { createPrivateKey, sign } from 'node:crypto';
import { contexts } from '@digitalbazaar/citizenship-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { from } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { createDocumentLoader } from '../../plugins/certificates/server/src/credential/contexts.ts';
import {
  publicKeyOf,
  signCredential,
} from '../../plugins/certificates/server/src/credential/sign-credential.ts';
import { ALUMNI, EMPLOYMENT, EXAMPLES_CONTEXT, KEY, KEY_DID } from './fixtures/eddsa-rdfc-2022.ts';

// A busy machine makes everything slow.
jest.setTimeout(60_000);

const VECTORS = [
  ['alumni', ALUMNI],
  ['employment', EMPLOYMENT],
] as const;
/** The contexts of the documents that are no certificates of ours. */
const own = async (url: string) =>
  url === EXAMPLES_CONTEXT.url ? EXAMPLES_CONTEXT.document : (contexts.get(url) ?? null);

let seed: Uint8Array;
beforeAll(async () => {
  const key = await from({ type: 'Multikey', ...KEY });
  seed = (await key.export({ secretKey: true, raw: true })).secretKey;
});
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('the W3C test vectors for eddsa-rdfc-2022, byte for byte', () => {
  it('have the key pair', async () => {
    expect(await publicKeyOf(seed)).toBe(KEY.publicKeyMultibase);
  });

  it.each(VECTORS)('have the hashes of proof options and document (%s)', async (_, vector) => {
    const documentLoader = await createDocumentLoader(own);
    const proof = new DataIntegrityProof({ cryptosuite });
    expect(
      hex(
        await proof.createVerifyData({
          document: structuredClone(vector.credential),
          proof: { ...vector.proof },
          documentLoader,
        }),
      ),
    ).toBe(vector.hashes);
  });

  it.each(VECTORS)('have the signature (%s)', (_, { hashes, signature }) => {
    const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    expect(hex(sign(null, Buffer.from(hashes, 'hex'), key))).toBe(signature);
  });

  it.each(VECTORS)('have the proof value that the signing of certificates makes (%s)', async (_, vector) => {
    const { proof } = await signCredential(vector.credential, KEY_DID, seed, {
      created: vector.proof.created,
      own,
    });
    expect(proof).toMatchObject({ ...vector.proof, proofValue: vector.proofValue });
  });
});
