import { isDeepStrictEqual } from 'node:util';
import type { CourseSection } from './course';
import { BETWEEN, sectionBlock } from './section-block';
import { splitSections } from './split-sections';

/**
 * The sections of a lesson as Markdown that reads as them again, to the letter: plain Markdown wherever that says the same,
 * and blocks where it does not.
 */
export function writeSections(sections: CourseSection[]): string {
  const parts = sections.map((section) => {
    const plain = asPlain(section);
    return plain !== null && readsAs(plain, [section]) ? plain : sectionBlock(section);
  });
  const plain = parts.join(`\n\n`);
  if (readsAs(plain, sections)) return plain;
  const apart = parts.join(`\n\n${BETWEEN}\n\n`);
  // A note of one section may be meant in another one: then nothing is left to be read into them.
  return readsAs(apart, sections) ? apart : sections.map(sectionBlock).join('\n\n');
}

function readsAs(markdown: string, sections: CourseSection[]): boolean {
  try {
    return isDeepStrictEqual(splitSections(markdown.trim()), sections);
  } catch {
    return false;
  }
}

/** As an author would write it. Whether it says the same is for the caller to find out; null where there is no way. */
function asPlain(section: CourseSection): string | null {
  switch (section.kind) {
    case 'text':
      return section.body;
    case 'image': {
      const caption = section.caption === null ? '' : ` "${section.caption}"`;
      return `![${section.alternative}](${section.picture}${caption})`;
    }
    case 'video':
      return `[${section.title}](${section.url})`;
    case 'attachments':
      return `[${section.title}](${section.file})`;
    case 'code':
      return `\`\`\`${section.language} title="${section.title ?? ''}"\n${section.code}\n\`\`\``;
    case 'callout':
      return `[!${section.tone.toUpperCase()}]\n${section.body}`.replace(/^/gm, '> ');
    case 'quiz':
      return `\`\`\`quiz\n${section.questions.map(asQuestion).join('\n\n')}\n\`\`\``;
    default:
      return null;
  }
}

const asQuestion = ({
  question,
  options,
  explanation,
}: Extract<CourseSection, { kind: 'quiz' }>['questions'][number]): string =>
  [
    `? ${question}`,
    ...options.map(({ text, correct }) => `- [${correct ? 'x' : ' '}] ${text}`),
    ...(explanation === null ? [] : [`= ${explanation}`]),
  ].join('\n');
