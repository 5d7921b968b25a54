import type { Rule } from '../eligibility/facts';
import { BUILT_IN_RULES } from '../eligibility/rules';
import type { Source } from '../intake/source';
import { BUILT_IN_TEMPLATES } from '../rendering/renderer-thread';
import type { Template } from '../templates/template';
import { createRegistry } from './registry';

/** Where applications add to the plugin, in `register()`; from bootstrap on nothing changes any more. */
export const createExtensions = () => {
  const rules = createRegistry<Rule>('rule', BUILT_IN_RULES);
  const templates = createRegistry<Template>('template', BUILT_IN_TEMPLATES);
  const sources = createRegistry<Source>('source');
  return {
    registerRule: (rule: Rule): void => rules.add(rule),
    registerSource: (source: Source): void => sources.add(source),
    rules: (): Rule[] => rules.all(),
    template: (key: string): { key: string; version: number } => templates.get(key),
    /** @throws when the application has registered none. */
    source(): Source {
      const [source] = sources.all();
      if (!source)
        throw new Error('certificates: no source is registered; call registerSource in register()');
      return source;
    },
    hasSource: (): boolean => sources.all().length > 0,
    freeze(): void {
      rules.freeze();
      templates.freeze();
      sources.freeze();
    },
  };
};
