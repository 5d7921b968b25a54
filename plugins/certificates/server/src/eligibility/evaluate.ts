import type { Asking, Decision, EligibilityFacts, Rule } from './facts';

const ORDER = { pre: 0, default: 1, post: 2 } as const;

/**
 * Asks every rule in order; the first no decides, and carries the key of the rule that said it.
 * @throws Error that names the rule, when one throws or answers something else: nothing is issued on a broken rule.
 */
export function evaluate(facts: EligibilityFacts, rules: Rule[], asking: Asking): Decision {
  for (const rule of [...rules].sort((a, b) => ORDER[a.order] - ORDER[b.order])) {
    let decision: Decision;
    try {
      decision = rule.evaluate(facts, asking);
      if (typeof decision?.eligible !== 'boolean') throw new Error('it answered no decision');
    } catch (error) {
      throw new Error(`certificates: the rule "${rule.key}" failed: ${(error as Error).message}`, {
        cause: error,
      });
    }
    if (!decision.eligible) return { ...decision, rule: rule.key };
  }
  return { eligible: true };
}
