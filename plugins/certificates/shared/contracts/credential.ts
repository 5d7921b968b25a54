/**
 * What a credential comes to. `altered`: signed by nobody here, or changed afterwards; `not-ours`: names another issuer.
 * `revoked` is also what a newer certificate has replaced.
 */
export const CREDENTIAL_VERDICTS = [
  'valid',
  'revoked',
  'expired',
  'not-yet-valid',
  'altered',
  'not-ours',
] as const;
export type CredentialVerdict = (typeof CREDENTIAL_VERDICTS)[number];

/** GET /api/certificates/:id/credential → 200 application/vc to its recipient; 401; 404 to anybody else. */

/** POST /api/certificates/credentials/check, the credential as JSON → 200; 400 for what is no credential. Public. */
export interface CredentialCheckResponse {
  verdict: CredentialVerdict;
}

/** GET /api/certificates/did → 200, the issuer's DID document. Public. */

/** GET /api/certificates/status/:list → 200 application/vc, a signed Bitstring Status List; 404. Public. */
