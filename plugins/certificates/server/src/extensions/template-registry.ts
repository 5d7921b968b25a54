import { z } from 'zod';
import type { Kind } from '../../../shared/contracts/certificate';
import type { TemplateChoice, TemplateInfo } from '../../../shared/contracts/settings';
import type { Snapshot } from '../../../shared/snapshot';
import { unknown } from '../errors';
import { knownTemplate } from '../rendering/known-template';
import type { Template, TemplatePage } from '../templates/template';
import { plainPages } from '../templates/plain-pages';

/** What is wrong with a choice, and where. */
export interface ChoiceError {
  path: string[];
  message: string;
}

const nameOf = ({ key, version }: { key: string; version: number }): string =>
  `"${key}" (version ${version})`;

/** Templates by key and version. What was issued keeps its version; what is issued takes the highest. */
export function createTemplateRegistry(builtIn: Template[]) {
  const templates = [...builtIn];
  let frozen = false;
  const keys = (): string[] => [...new Set(templates.map(({ key }) => key))];

  /** @throws for an unknown key, with the known ones. */
  const newest = (key: string): Template => {
    const versions = templates.filter((template) => template.key === key);
    const [first] = versions.sort((a, b) => b.version - a.version);
    if (!first) throw unknown('template', key, keys());
    return first;
  };

  /** The choice with every option there is, or what is wrong with it. */
  const check = (
    kind: Kind,
    { key, options }: TemplateChoice,
  ): { template: Template; options: Record<string, unknown> } | { errors: ChoiceError[] } => {
    const wrong = (message: string) => ({ errors: [{ path: ['key'], message }] });
    if (!keys().includes(key))
      return wrong(`unknown template "${key}"; known are ${keys().sort().join(', ')}`);
    const template = newest(key);
    if (!template.kinds.includes(kind))
      return wrong(`the template "${key}" is not for certificates of kind ${kind}`);
    const parsed = template.schema.safeParse(options);
    if (parsed.success) return { template, options: parsed.data };
    return {
      errors: parsed.error.issues.map(({ path, message }) => ({
        path: ['options', ...path.map(String)],
        message,
      })),
    };
  };

  return {
    /** @throws for a key and version that are taken, for what is no template, and after bootstrap. */
    add(template: Template): void {
      if (frozen)
        throw new Error(
          `certificates: register the template ${nameOf(template)} in register(); it is too late now`,
        );
      if (templates.some(({ key, version }) => key === template.key && version === template.version))
        throw new Error(
          `certificates: the template ${nameOf(template)} is registered twice; taken are ${templates.map(nameOf).sort().join(', ')}`,
        );
      if (!template.schema.safeParse({}).success)
        throw new Error(`certificates: every option of the template ${nameOf(template)} needs a default`);
      templates.push(template);
    },
    newest,
    check,
    /** Whether the renderer's thread knows it by itself. */
    isBuiltIn: ({ key, version }: { key: string; version: number }): boolean =>
      builtIn.some((template) => template.key === key && template.version === version),

    /**
     * The pages of a certificate, as plain data for the renderer's thread, which functions cannot reach.
     *
     * @throws Error naming the template, when it is not known or fails.
     */
    pagesOf(snapshot: Snapshot): TemplatePage[] {
      const template = knownTemplate(snapshot.template, templates);
      try {
        return plainPages(template.pages(snapshot, template.schema.parse(snapshot.template.options)));
      } catch (error) {
        throw new Error(
          `certificates: the template ${nameOf(template)} failed: ${error instanceof Error ? error.message : String(error)}`,
          { cause: error },
        );
      }
    },

    /** For the gallery: of each template the newest version. */
    infos: (): TemplateInfo[] =>
      keys().map((key) => {
        const { version, name, kinds, schema } = newest(key);
        return { key, version, name, kinds: [...kinds], options: z.toJSONSchema(schema, { io: 'input' }) };
      }),
    freeze(): void {
      frozen = true;
    },
  };
}
