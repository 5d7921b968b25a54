import { KINDS, type Kind } from '../../../shared/contracts/certificate';
import type { Settings } from '../../../shared/contracts/settings';
import type { Rule } from './facts';

type Chosen = Partial<Record<Kind, string[]>>;
interface RuledSource {
  key: string;
  rules?: Chosen | undefined;
}

/** What is asked where neither the settings nor the source choose. */
export const defaultRules = (kind: Kind, rules: Rule[]): string[] =>
  rules.filter((rule) => rule.byDefault !== false && rule.kinds.includes(kind)).map(({ key }) => key);

/** What a source asks by itself, for each kind. */
export const rulesOfSource = (source: RuledSource, rules: Rule[]): Record<Kind, string[]> =>
  Object.fromEntries(
    KINDS.map((kind) => [kind, source.rules?.[kind] ?? defaultRules(kind, rules)]),
  ) as Record<Kind, string[]>;

/**
 * The rules that decide: those the settings choose, else the source's, else every default one.
 * @throws Error for a chosen rule that is not registered (any more): what cannot be asked is not taken for a yes.
 */
export function chooseRules(
  source: RuledSource,
  kind: Kind,
  chosen: Settings['rules'],
  rules: Rule[],
): Rule[] {
  const keys = chosen[source.key]?.[kind] ?? rulesOfSource(source, rules)[kind];
  return keys.map((key) => {
    const rule = rules.find((one) => one.key === key);
    if (rule) return rule;
    throw new Error(
      `certificates: the rule "${key}" is asked for ${kind} certificates of "${source.key}" and is not registered`,
    );
  });
}

export interface Problem {
  path: string[];
  message: string;
}

/** What is wrong with a choice of rules, by path in the settings; empty where it can be used. */
export function problemsOfChoice(
  chosen: Settings['rules'],
  sources: RuledSource[],
  rules: Rule[],
): Problem[] {
  const list = (keys: string[]) => keys.sort().join(', ') || 'none';
  return Object.entries(chosen).flatMap(([sourceKey, byKind]) => {
    if (!sources.some(({ key }) => key === sourceKey)) {
      const known = list(sources.map(({ key }) => key));
      return [{ path: ['rules', sourceKey], message: `unknown source "${sourceKey}"; known are ${known}` }];
    }
    return KINDS.flatMap((kind) =>
      (byKind[kind] ?? []).flatMap((key, index) => {
        if (rules.some((rule) => rule.key === key && rule.kinds.includes(kind))) return [];
        const known = list(rules.filter(({ kinds }) => kinds.includes(kind)).map((rule) => rule.key));
        return [
          {
            path: ['rules', sourceKey, kind, String(index)],
            message: `no rule "${key}" for ${kind} certificates; known are ${known}`,
          },
        ];
      }),
    );
  });
}
