import type { Core } from '@strapi/types';
import type { Settings } from '../../../shared/contracts/settings';
import type { Refusal } from '../../../shared/contracts/administration';
import type { EligibilityFacts } from '../eligibility/facts';

/**
 * Why these facts would get no certificate from staff; null where they would. The same questions as `issue` asks, without
 * writing.
 * @param source the key of the source they come from
 * @param given settings in force; read where not given
 */
export async function refusalOf(
  strapi: Core.Strapi,
  facts: EligibilityFacts,
  source: string,
  given?: Settings,
): Promise<Refusal | null> {
  const plugin = strapi.plugin('certificates');
  const settings: Settings = given ?? (await plugin.service('settings').current());
  const decision = plugin.service('issuance').decide(facts, { source, asked: 'staff', settings });
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
