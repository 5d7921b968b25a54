import type { CredentialVerdict } from '../../../shared/contracts/credential';
import { createDocumentLoader } from './contexts';
import { verificationMethodOf, type DidDocument } from './issuer-did';

export interface Issuer {
  did: DidDocument;
  /** The signed status list at an address of ours, or null. */
  statusListAt(url: string): Promise<unknown>;
}

/**
 * Checks a credential that claims to be ours, without any network: signature, issuer, status, dates.
 *
 * The library calls a revoked credential "verified", since its status could be read; what the status says stands apart,
 * and is asked for here.
 */
export async function checkCredential(
  credential: Record<string, unknown>,
  { did, statusListAt }: Issuer,
  now: Date,
): Promise<CredentialVerdict> {
  if (issuerOf(credential) !== did.id) return 'not-ours';
  const [{ verifyCredential }, { DataIntegrityProof }, { cryptosuite }, { checkStatus }] = await Promise.all([
    import('@digitalbazaar/vc'),
    import('@digitalbazaar/data-integrity'),
    import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite'),
    import('@digitalbazaar/vc-bitstring-status-list'),
  ]);
  const suite = new DataIntegrityProof({ cryptosuite });
  const documentLoader = await createDocumentLoader(async (url) => {
    if (url === did.id) return did;
    const method = did.verificationMethod.find(({ id }) => id === url);
    if (method)
      return {
        '@context': 'https://w3id.org/security/multikey/v1',
        ...verificationMethodOf(did.id, method.publicKeyMultibase),
      };
    return statusListAt(url);
  });
  const result = await verifyCredential({
    credential,
    suite,
    documentLoader,
    // Signature and period are two questions: asked on its first day, a credential is never out of its period.
    now: credential.validFrom,
    checkStatus: (options: Record<string, unknown>) => checkStatus({ ...options, suite, documentLoader }),
  }).catch((error: Error) => ({ verified: false, error, statusResult: undefined }));

  if (!result.verified || !result.statusResult?.results?.length) return 'altered';
  if (result.statusResult.results.some(({ status }) => status)) return 'revoked';
  if (new Date(credential.validFrom as string) > now) return 'not-yet-valid';
  if (credential.validUntil && new Date(credential.validUntil as string) <= now) return 'expired';
  return 'valid';
}

function issuerOf({ issuer }: Record<string, unknown>): unknown {
  return typeof issuer === 'object' && issuer !== null ? (issuer as { id?: unknown }).id : issuer;
}
