import type { Core } from '@strapi/types';
import type { Kind } from '../../../shared/contracts/certificate';
import type { RuleInfo, Settings, SettingsProblem, TemplateInfo } from '../../../shared/contracts/settings';
import type { Extensions } from '../extensions/extensions-service';

/** What an application and the plugin itself have registered, as far as settings choose from it. */
export interface Registered {
  templates: TemplateInfo[];
  rules: RuleInfo[];
  sources: { key: string; rules: Record<Kind, string[]> }[];
  /** The choice of each kind with every option there is, and what is wrong with it. By paths in the settings. */
  checkTemplates(chosen: Settings['templates']): {
    templates: Settings['templates'];
    errors: SettingsProblem[];
  };
  /** By paths in the settings. */
  ruleProblems(rules: Settings['rules']): SettingsProblem[];
}

export function registered(strapi: Core.Strapi): Registered {
  const extensions: Extensions = strapi.plugin('certificates').service('extensions');
  return {
    templates: extensions.templateInfos(),
    rules: extensions.ruleInfos(),
    sources: extensions.sourceInfos(),
    checkTemplates: (chosen) => extensions.checkTemplates(chosen),
    ruleProblems: (rules) => extensions.ruleProblems(rules),
  };
}
