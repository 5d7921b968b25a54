import { createHash } from 'node:crypto';
import type { Snapshot } from '../../../shared/snapshot';
import { CREDENTIALS_V2, OPEN_BADGES_EXTENSIONS, OPEN_BADGES_V3 } from './contexts';
import { didOf } from './issuer-did';
import { statusEntry } from './status-list';
import { textsOf } from './texts';

export type Credential = Record<string, unknown>;

/** A name that needs no address and is the same wherever the same parts are: a UUID of version 8 from their SHA-256. */
function urn(...parts: string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`;
}

/** XML Schema's dateTime in whole seconds, as the examples of the standard have it. */
const seconds = (iso: string): string => new Date(iso).toISOString().replace(/\.\d{3}Z$/, 'Z');

/**
 * An Open Badges 3.0 credential, unsigned. Pure: the same snapshot and place in the status list give the same credential.
 * https://www.imsglobal.org/spec/ob/v3p0/
 */
export function buildCredential(snapshot: Snapshot, statusIndex: number): Credential {
  const { issuer, kind, language, recipient, achievements } = snapshot;
  const texts = textsOf(language);
  const subject = achievements[0];
  const name = kind === 'grade' ? texts.gradeName : (subject?.name ?? texts.gradeName);
  const graded = achievements.filter(({ mark }) => mark !== null);
  const scaleOf = ({ code, maximumMark }: { code: string; maximumMark: number }) =>
    urn(issuer.url, 'mark', code, String(maximumMark));

  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_V3, OPEN_BADGES_EXTENSIONS],
    id: snapshot.verifyUrl,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    issuer: { id: didOf(issuer.url), type: ['Profile'], name: issuer.name, url: issuer.url },
    validFrom: seconds(snapshot.issuedAt),
    ...(snapshot.expiresAt ? { validUntil: seconds(snapshot.expiresAt) } : {}),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: recipient.name },
      ],
      licenseNumber: snapshot.serial,
      achievement: {
        id: urn(issuer.url, kind, kind === 'module' ? (subject?.code ?? '') : ''),
        type: ['Achievement'],
        achievementType: kind === 'module' ? 'Course' : 'Certificate',
        name,
        description: texts.describe[kind](name, issuer.name),
        criteria: { narrative: texts.criteria[kind](name) },
        ...(kind === 'module' && subject ? { humanCode: subject.code } : {}),
        ...(graded.length > 0
          ? {
              resultDescription: graded.map((one) => ({
                id: scaleOf(one),
                type: ['ResultDescription'],
                name: texts.mark(`${one.code} ${one.name}`),
                resultType: 'RawScore',
                valueMax: String(one.maximumMark),
              })),
            }
          : {}),
      },
      ...(graded.length > 0
        ? {
            result: graded.map((one) => ({
              type: ['Result'],
              resultDescription: scaleOf(one),
              value: String(one.mark),
            })),
          }
        : {}),
    },
    credentialStatus: statusEntry(issuer.url, statusIndex),
    credentialSchema: [
      {
        id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
        type: '1EdTechJsonSchemaValidator2019',
      },
    ],
  };
}
