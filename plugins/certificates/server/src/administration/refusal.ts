import type { Core } from '@strapi/types';
import type { Settings } from '../../../shared/contracts/settings';
import type { Refusal } from '../../../shared/contracts/administration';
import type { Asking, EligibilityFacts } from '../eligibility/facts';

/** What is revoked comes back by staff only, and not by issuing again. */
export const REVOKED: Refusal = { reason: 'revoked', rule: null, details: {} };

interface Question {
  /** The key of the source that the facts come from. */
  source: string;
  /** Not given: staff. */
  asked?: Asking['asked'];
  /** Those in force; read where not given. */
  settings?: Settings;
}

/** Why these facts would get no certificate; null where they would. The same questions as `issue` asks, without writing. */
export async function refusalOf(
  strapi: Core.Strapi,
  facts: EligibilityFacts,
  { source, asked = 'staff', settings: given }: Question,
): Promise<Refusal | null> {
  const plugin = strapi.plugin('certificates');
  const settings: Settings = given ?? (await plugin.service('settings').current());
  const decision = plugin.service('issuance').decide(facts, { source, asked, settings });
  if (!decision.eligible) {
    const { rule: key, reason, details = {} } = decision;
    const name = plugin.service('extensions').rule(key)?.name;
    return { reason, rule: name ? { key, name } : null, details };
  }
  const uncovered = plugin
    .service('rendering')
    .findUncoveredCharacters(await plugin.service('issuance').snapshotOf(facts, settings));
  if (uncovered.length === 0) return null;
  return { reason: 'uncovered-characters', rule: null, details: {} };
}
