import { parse, stringify } from 'yaml';
import { z } from 'zod';
import type { CourseSection } from './course';
import { CourseError } from './course-problem';

/** The language of a fenced block that holds one section to the letter. */
export const SECTION_BLOCK = 'section';
/** A comment on its own between two sections that would otherwise be one. */
export const BETWEEN = '<!-- section -->';

const Section = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), body: z.string() }),
  z.strictObject({
    kind: z.literal('image'),
    picture: z.string(),
    alternative: z.string(),
    caption: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('video'),
    title: z.string(),
    url: z.string(),
    file: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('files'),
    files: z.array(z.strictObject({ file: z.string(), title: z.string().nullable() })),
  }),
  z.strictObject({
    kind: z.literal('code'),
    language: z.string(),
    title: z.string().nullable(),
    code: z.string(),
  }),
  z.strictObject({
    kind: z.literal('callout'),
    tone: z.enum(['note', 'tip', 'important', 'warning']),
    title: z.string().optional(),
    body: z.string(),
  }),
  z.strictObject({
    kind: z.literal('quiz'),
    questions: z.array(
      z.strictObject({
        question: z.string(),
        options: z.array(z.strictObject({ text: z.string(), correct: z.boolean() })),
        explanation: z.string().nullable(),
      }),
    ),
  }),
]);

/** @throws CourseError that says what is wrong with it. */
export function parseSectionBlock(source: string): CourseSection {
  // Markdown keeps the last line's end to itself. No aliases: a few lines of them make a text of any size.
  const result = Section.safeParse(parse(`${source}\n`, { maxAliasCount: 0 }));
  if (result.success) return result.data as CourseSection;
  const [issue] = result.error.issues;
  throw new CourseError(
    'unreadable',
    null,
    `a section block is not well formed: ${issue?.path.join('.')} ${issue?.message}`,
  );
}

/** The section as a fenced block, behind a fence that nothing in it can end. */
export function sectionBlock(section: CourseSection): string {
  const source = stringify(section, { lineWidth: 0, aliasDuplicateObjects: false });
  const longest = Math.max(2, ...[...source.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${SECTION_BLOCK}\n${source}${fence}`;
}
