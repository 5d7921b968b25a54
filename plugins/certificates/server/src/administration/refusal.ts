import type { Core } from '@strapi/types';
import type { Settings } from '../../../shared/contracts/settings';
import type { EligibilityFacts } from '../eligibility/facts';

/**
 * Why these facts would get no certificate; null where they would. The same questions as `issue` asks, without writing.
 * @param settings in force; read where not given
 */
export async function refusalOf(
  strapi: Core.Strapi,
  facts: EligibilityFacts,
  settings?: Settings,
): Promise<string | null> {
  const plugin = strapi.plugin('certificates');
  const decision = plugin.service('issuance').decide(facts);
  if (!decision.eligible) return decision.reason;
  const uncovered = plugin
    .service('rendering')
    .findUncoveredCharacters(await plugin.service('issuance').snapshotOf(facts, settings));
  return uncovered.length > 0 ? 'uncovered-characters' : null;
}
