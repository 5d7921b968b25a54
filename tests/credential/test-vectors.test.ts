import { createPrivateKey, sign } from 'node:crypto';
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

  it('have the hashes of proof options and document', async () => {
    const documentLoader = await createDocumentLoader(async (url) =>
      url === EXAMPLES_CONTEXT.url ? EXAMPLES_CONTEXT.document : null,
    );
    const proof = new DataIntegrityProof({ cryptosuite });
    expect(
      hex(
        await proof.createVerifyData({
          document: structuredClone(ALUMNI.credential),
          proof: { ...ALUMNI.proof },
          documentLoader,
        }),
      ),
    ).toBe(ALUMNI.hashes);
  });

  it.each([
    ['alumni', ALUMNI],
    ['employment', EMPLOYMENT],
  ])('have the signature of the %s credential', (_, { hashes, signature }) => {
    const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    expect(hex(sign(null, Buffer.from(hashes, 'hex'), key))).toBe(signature);
  });

  it('have the proof value that the signing of certificates makes', async () => {
    const { proof } = await signCredential(ALUMNI.credential, KEY_DID, seed, {
      created: ALUMNI.proof.created,
      own: async (url) => (url === EXAMPLES_CONTEXT.url ? EXAMPLES_CONTEXT.document : null),
    });
    expect(proof).toMatchObject({ ...ALUMNI.proof, proofValue: ALUMNI.proofValue });
  });
});
