import type { Core } from '@strapi/types';
import type { EligibilityFacts } from '../eligibility/facts';

/** Why these facts would get no certificate; null where they would. The same questions as `issue` asks, without writing. */
export function refusalOf(strapi: Core.Strapi, facts: EligibilityFacts): string | null {
  const plugin = strapi.plugin('certificates');
  const decision = plugin.service('issuance').decide(facts);
  if (!decision.eligible) return decision.reason;
  const uncovered = plugin
    .service('rendering')
    .findUncoveredCharacters(plugin.service('issuance').snapshotOf(facts));
  return uncovered.length > 0 ? 'uncovered-characters' : null;
}
