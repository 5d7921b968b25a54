import type { Kind } from '../../../shared/contracts/certificate';
import type { RuleInfo, Settings, TemplateChoice, TemplateInfo } from '../../../shared/contracts/settings';
import type { Snapshot } from '../../../shared/snapshot';
import { chooseRules, problemsOfChoice, rulesOfSource, type Problem } from '../eligibility/choose-rules';
import type { Rule } from '../eligibility/facts';
import { BUILT_IN_RULES } from '../eligibility/rules';
import { errors } from '@strapi/utils';
import type { Source } from '../intake/source';
import { BUILT_IN_TEMPLATES } from '../rendering/renderer-thread';
import type { Template, TemplatePage } from '../templates/template';
import { createRegistry } from './registry';
import { type ChoiceError, createTemplateRegistry } from './template-registry';

/** Where applications add to the plugin, in `register()`; from bootstrap on nothing changes any more. */
export const createExtensions = () => {
  const rules = createRegistry<Rule>('rule', BUILT_IN_RULES);
  const templates = createTemplateRegistry(BUILT_IN_TEMPLATES);
  const sources = createRegistry<Source>('source');
  return {
    /** @throws for a key that is taken, one without a name or kinds, and after bootstrap. */
    registerRule(rule: Rule): void {
      if (!rule.name?.en || !rule.name.es || !rule.kinds?.length)
        throw new Error(`certificates: the rule "${rule.key}" needs name.en, name.es and kinds`);
      rules.add(rule);
    },
    registerSource: (source: Source): void => sources.add(source),

    /** A design of certificates; several versions of one key may be registered. */
    registerTemplate: <Options>(template: Template<Options>): void => templates.add(template),
    templateInfos: (): TemplateInfo[] => templates.infos(),

    /** The choice of each kind with every option there is, and what is wrong with them, by the path within the settings. */
    checkTemplates(chosen: Settings['templates']): {
      templates: Settings['templates'];
      errors: ChoiceError[];
    } {
      const found: ChoiceError[] = [];
      const complete = (kind: Kind): TemplateChoice => {
        const checked = templates.check(kind, chosen[kind]);
        if (!('errors' in checked)) return { key: chosen[kind].key, options: checked.options };
        found.push(
          ...checked.errors.map((error) => ({ ...error, path: ['templates', kind, ...error.path] })),
        );
        return chosen[kind];
      };
      return { templates: { grade: complete('grade'), module: complete('module') }, errors: found };
    },

    /** What a snapshot says of its template. @throws ValidationError where the choice cannot be used any more */
    chosenTemplate(kind: Kind, choice: TemplateChoice): Snapshot['template'] {
      const checked = templates.check(kind, choice);
      if (!('errors' in checked))
        return { key: choice.key, version: checked.template.version, options: checked.options };
      const why = checked.errors.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
      throw new errors.ValidationError(`The template of the ${kind} certificate cannot be used: ${why}`);
    },

    /**
     * The pages of a template of the application, as plain data; null where the renderer's thread knows it by itself.
     * @throws Error naming the template, when it is not known or fails
     */
    foreignPages: (snapshot: Snapshot): TemplatePage[] | null =>
      templates.isBuiltIn(snapshot.template) ? null : templates.pagesOf(snapshot),

    sources: (): Source[] => sources.all(),
    /**
     * @param key not given: the source that was registered first
     * @throws for an unknown key, with the known ones, and when the application has registered none.
     */
    source(key?: string | null): Source {
      if (key) return sources.get(key);
      const [first] = sources.all();
      if (!first) throw new Error('certificates: no source is registered; call registerSource in register()');
      return first;
    },
    hasSource: (): boolean => sources.all().length > 0,

    rule: (key: string): Rule | undefined => rules.all().find((rule) => rule.key === key),
    /** The rules that decide for this kind of this source. @throws for one that is not registered. */
    rulesFor: (sourceKey: string, kind: Kind, chosen: Settings['rules']): Rule[] =>
      chooseRules(sources.get(sourceKey), kind, chosen, rules.all()),
    /** What cannot be used of a choice of rules. */
    ruleProblems: (chosen: Settings['rules']): Problem[] =>
      problemsOfChoice(chosen, sources.all(), rules.all()),
    ruleInfos: (): RuleInfo[] => rules.all().map(({ key, kinds, name }) => ({ key, kinds, name })),
    sourceInfos: (): { key: string; rules: Record<Kind, string[]> }[] =>
      sources.all().map((source) => ({ key: source.key, rules: rulesOfSource(source, rules.all()) })),

    freeze(): void {
      rules.freeze();
      templates.freeze();
      sources.freeze();
    },
  };
};

export type Extensions = ReturnType<typeof createExtensions>;
