import { z } from 'zod';

interface Setting {
  name: string;
  example: string;
}
interface Paragraph {
  words: string;
  settings: Setting[];
}
interface Section {
  title: string;
  paragraphs: Paragraph[];
}

/** Reads `.env.example`: sections, and what stands above settings about them. */
export function readExample(text: string): Section[] {
  const sections: Section[] = [];
  let words: string[] = [];
  let fresh = true;
  for (const line of text.split('\n')) {
    const title = /^# --- (.+?) -+$/.exec(line)?.[1];
    const comment = /^# ?(.*)$/.exec(line)?.[1];
    const [, name, example = ''] = /^([A-Z0-9_]+)=(.*)$/.exec(line) ?? [];
    if (title) {
      sections.push({ title, paragraphs: [] });
      [words, fresh] = [[], true];
    } else if (comment !== undefined) [words, fresh] = [fresh ? [comment] : [...words, comment], false];
    const section = sections.at(-1);
    if (!name || !section) continue;
    const last = section.paragraphs.at(-1);
    if (!fresh || !last)
      section.paragraphs.push({ words: fresh ? '' : words.join(' '), settings: [{ name, example }] });
    else last.settings.push({ name, example });
    fresh = true;
  }
  return sections;
}

/** What the schema says of a setting, in words. */
function ruleOf(schema: z.ZodType | undefined): string {
  if (!schema) return 'text';
  const { anyOf, ...plain } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Record<
    string,
    any
  >;
  const kinds: Record<string, any>[] = anyOf ?? [plain];
  return kinds
    .map(({ type, minimum, maximum, minLength, enum: values, const: only, format }) => {
      if (only === '') return 'empty';
      if (values) return values.map((one: string) => `\`${one}\``).join(' or ');
      if (type === 'integer' || type === 'number')
        return `a number${minimum === undefined ? '' : ` from ${minimum} to ${maximum ?? '…'}`}`;
      if (format === 'uri') return 'an address';
      return minLength ? `text of at least ${minLength} characters` : 'text';
    })
    .join(', or ');
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
const shown = (example: string): string => {
  if (example === '<random>') return 'random, made by itself';
  return example === '' ? '' : `\`${example}\``;
};

/** The page of config/docs, made from what is really read. */
export function configurationPage(example: string, shape: Record<string, z.ZodType>): string {
  const sections = readExample(example).map(({ title, paragraphs }) => {
    const parts = paragraphs.map(({ words, settings }) => {
      const rows = settings.map(
        ({ name, example: given }) =>
          `| \`${name}\` | ${cell(ruleOf(shape[name]))} | ${cell(shown(given))} |`,
      );
      return `${words}\n\n| setting | is | at first |\n| --- | --- | --- |\n${rows.join('\n')}`;
    });
    return `## ${title}\n\n${parts.join('\n\n')}`;
  });
  return `# Configuration

Made from \`.env.example\` and \`scripts/environment/schema.ts\` by \`npm run docs\`; change those. What is set in the environment
wins over \`.env\`, and that over what is there at first. A setting that is wrong stops the start, which names it.

${sections.join('\n\n')}
`;
}
