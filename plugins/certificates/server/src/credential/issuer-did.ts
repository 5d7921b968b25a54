export interface DidDocument {
  '@context': string[];
  id: string;
  verificationMethod: VerificationMethod[];
  assertionMethod: string[];
}

export interface VerificationMethod {
  id: string;
  type: 'Multikey';
  controller: string;
  publicKeyMultibase: string;
}

/**
 * The issuer as `did:web`: `https://school.example` is `did:web:school.example`, whose document lies at
 * `/.well-known/did.json`; an address with a path has it at `<path>/did.json`. https://w3c-ccg.github.io/did-method-web/
 */
export function didOf(siteUrl: string): string {
  const { host, pathname } = new URL(siteUrl);
  const path = pathname.split('/').filter(Boolean).map(encodeURIComponent);
  return ['did', 'web', encodeURIComponent(host), ...path].join(':');
}

export const verificationMethodOf = (did: string, publicKeyMultibase: string): VerificationMethod => ({
  id: `${did}#${publicKeyMultibase}`,
  type: 'Multikey',
  controller: did,
  publicKeyMultibase,
});

/** Every key there ever was, so that what an old one signed can still be checked. */
export function didDocument(did: string, publicKeys: string[]): DidDocument {
  const verificationMethod = publicKeys.map((key) => verificationMethodOf(did, key));
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod,
    assertionMethod: verificationMethod.map(({ id }) => id),
  };
}
