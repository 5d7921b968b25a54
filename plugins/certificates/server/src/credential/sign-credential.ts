import { createDocumentLoader, type OwnDocuments } from './contexts';
import { verificationMethodOf } from './issuer-did';

export async function publicKeyOf(seed: Uint8Array): Promise<string> {
  const { generate } = await import('@digitalbazaar/ed25519-multikey');
  return (await generate({ seed })).publicKeyMultibase;
}

/**
 * Adds an `eddsa-rdfc-2022` proof. Ed25519 has no randomness and the proof is dated by the credential, so the same
 * credential and key give the same bytes. https://www.w3.org/TR/vc-di-eddsa/
 */
export async function signCredential(
  credential: Record<string, unknown>,
  did: string,
  seed: Uint8Array,
  { created = credential.validFrom as string, own = (async () => null) as OwnDocuments } = {},
): Promise<Record<string, unknown>> {
  const [{ issue }, { DataIntegrityProof }, { cryptosuite }, { generate }] = await Promise.all([
    import('@digitalbazaar/vc'),
    import('@digitalbazaar/data-integrity'),
    import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite'),
    import('@digitalbazaar/ed25519-multikey'),
  ]);
  const { publicKeyMultibase } = await generate({ seed });
  const key = await generate({ seed, ...verificationMethodOf(did, publicKeyMultibase) });
  return issue({
    // The library writes into what it is given.
    credential: structuredClone(credential),
    suite: new DataIntegrityProof({ signer: key.signer(), date: created, cryptosuite }),
    documentLoader: await createDocumentLoader(own),
    now: credential.validFrom,
  });
}

/** A badge, signed: as the JSON Schema of Open Badges 3.0 has it, its proofs are a list, also when there is one. */
export async function signBadge(
  ...parts: Parameters<typeof signCredential>
): Promise<Record<string, unknown>> {
  const signed = await signCredential(...parts);
  return { ...signed, proof: [signed.proof] };
}
