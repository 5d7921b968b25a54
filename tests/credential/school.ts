import type { Snapshot } from '../../plugins/certificates/shared/snapshot.ts';
import { buildCredential } from '../../plugins/certificates/server/src/credential/build-credential.ts';
import { checkCredential } from '../../plugins/certificates/server/src/credential/check-credential.ts';
import { didDocument, didOf } from '../../plugins/certificates/server/src/credential/issuer-did.ts';
import {
  publicKeyOf,
  signBadge,
  signCredential,
} from '../../plugins/certificates/server/src/credential/sign-credential.ts';
import {
  buildStatusList,
  listUrl,
  LIST_LENGTH,
} from '../../plugins/certificates/server/src/credential/status-list.ts';

export const SITE = 'https://school.example';
export const FIRST_KEY = new Uint8Array(32).fill(1);
export const SECOND_KEY = new Uint8Array(32).fill(2);
export const NOW = new Date('2026-07-01T00:00:00Z');

export const snapshot = (change: Partial<Snapshot> = {}): Snapshot => ({
  version: 1,
  kind: 'module',
  language: 'es',
  issuer: { name: 'Escuela Ñandú', url: SITE, logoPath: null, accent: '#1f5f5b', signatures: [] },
  recipient: { name: 'María Núñez Ortega (علي)' },
  achievements: [{ code: 'WEB', name: 'Accesibilidad web', mark: 9.5, maximumMark: 10 }],
  issuedAt: '2026-05-01T10:20:30.456Z',
  expiresAt: null,
  serial: '2026-7K3QX-9DZ4M',
  verificationCode: '0123456789ABCDEFGHJKMNPQRS',
  verifyUrl: `${SITE}/verify/0123456789ABCDEFGHJKMNPQRS`,
  template: { key: 'module-certificate', version: 1, options: {} },
  ...change,
});

export const issued = (facts = snapshot(), statusIndex = 42, key = FIRST_KEY) =>
  signBadge(buildCredential(facts, statusIndex), didOf(SITE), key);

/** A school with these keys, newest last, which has withdrawn these certificates; asks nobody else anything. */
export async function verdictOf(
  credential: Record<string, unknown>,
  { keys = [FIRST_KEY], withdrawn = [] as number[], now = NOW } = {},
) {
  const did = didDocument(didOf(SITE), await Promise.all(keys.map(publicKeyOf)));
  const statusListAt = async (url: string) => {
    const list = Number(url.slice(listUrl(SITE, 0).length - 1));
    if (url !== listUrl(SITE, list)) return null;
    const indices = withdrawn.filter((index) => Math.floor(index / LIST_LENGTH) === list);
    const unsigned = await buildStatusList(SITE, 'Escuela', list, { indices, since: NOW });
    return signCredential(unsigned, did.id, keys.at(-1) as Uint8Array);
  };
  return checkCredential(credential, { did, statusListAt }, now);
}
