import type { CourseSection } from './course';

const DEFINITION = /^ {0,3}\[(\^?[^\]\n]+)\]:[ \t]+\S.*(?:\n(?: {4}|\t).*)*(?:\n|$)/gm;
const FENCE = /(^ {0,3}(?:```|~~~)[\s\S]*?^ {0,3}(?:```|~~~)[^\n]*$)/m;

/**
 * A footnote, and the address of a reference link, may stand anywhere in a file; once it is cut into sections, each text
 * must have those it refers to.
 * @param isVerbatim of sections that stay to the letter.
 */
export function shareDefinitions(
  sections: CourseSection[],
  isVerbatim: (section: CourseSection) => boolean = () => false,
): CourseSection[] {
  const isText = (section: CourseSection) =>
    (section.kind === 'text' || section.kind === 'callout') && !isVerbatim(section);
  const definitions = new Map<string, string>();
  const bare = sections.map((section) => {
    if (!isText(section) || !('body' in section)) return section;
    const body = section.body
      .split(FENCE)
      .map((part, index) =>
        index % 2 === 1
          ? part
          : part.replace(DEFINITION, (whole, label: string) => {
              definitions.set(label.toLowerCase(), whole.trimEnd());
              return '';
            }),
      )
      .join('')
      .trim();
    return { ...section, body };
  });
  if (definitions.size === 0) return sections;
  return bare.flatMap((section): CourseSection[] => {
    if (!isText(section) || !('body' in section)) return [section];
    const wanted = [...definitions].filter(([label]) => section.body.toLowerCase().includes(`[${label}]`));
    const body = [section.body, wanted.map(([, definition]) => definition).join('\n')].filter(Boolean);
    // A text that had nothing but definitions is not one any more.
    return section.body ? [{ ...section, body: body.join('\n\n') }] : [];
  });
}
