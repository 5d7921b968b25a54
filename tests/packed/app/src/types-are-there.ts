import type {
  CertificateEvents,
  EligibilityFacts,
  Rule,
  Snapshot,
  Source,
} from '@lumino/strapi-plugin-certificates/strapi-server';
import type { Handler } from '@lumino/strapi-plugin-jobs/strapi-server';

// Types that could not be found are `any`, which takes everything: then the compiler complains of the expected errors.

// @ts-expect-error a key is a text
export const key: Source['key'] = 1;
// @ts-expect-error one of three
export const order: Rule['order'] = 'last';
// @ts-expect-error one of two
export const kind: EligibilityFacts['kind'] = 'workshop';
// @ts-expect-error an address
export const verifyUrl: Snapshot['verifyUrl'] = null;
// @ts-expect-error events are handed ids
export const event: CertificateEvents['certificate.revoke'] = { name: 'Ada' };
declare const payload: Parameters<Handler<'workshops/note'>>[0];
// @ts-expect-error what this application has declared
export const certificateId: number = payload.certificateId;
