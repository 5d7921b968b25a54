import { fromMarkdown } from 'mdast-util-from-markdown';
import type { CourseSection } from './course';
import { parseQuiz } from './quiz';

const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*\n?/i;
/** The older way to write the same: a quotation that begins with a bold word. */
const BOLD_ALERT = /^\*\*(Note|Tip|Important|Warning|Callout)\*\*:?\s*\n?/i;
const TONES = {
  note: 'note',
  callout: 'note',
  tip: 'tip',
  important: 'important',
  warning: 'warning',
  caution: 'warning',
} as const;

/**
 * Splits Markdown into sections where it says so: a picture on its own, a quotation that is an alert, a fenced block with
 * a title or of the language `quiz`. All between stays together as text.
 */
export function splitSections(markdown: string): CourseSection[] {
  const sections: CourseSection[] = [];
  let textFrom: number | null = null;
  const closeText = (until: number) => {
    const body = textFrom === null ? '' : markdown.slice(textFrom, until).trim();
    if (body) sections.push({ kind: 'text', body });
    textFrom = null;
  };

  for (const node of fromMarkdown(markdown).children) {
    const start = node.position?.start.offset ?? 0;
    const section = special(node as never, markdown.slice(start, node.position?.end.offset));
    if (section) {
      closeText(start);
      sections.push(section);
      textFrom = null;
    } else {
      textFrom ??= start;
    }
  }
  closeText(markdown.length);
  return sections;
}

interface Node {
  type: string;
  lang?: string | null;
  meta?: string | null;
  value?: string;
  url?: string;
  alt?: string | null;
  title?: string | null;
  children?: Node[];
}

function special(node: Node, source: string): CourseSection | null {
  if (node.type === 'code' && node.lang === 'quiz')
    return { kind: 'quiz', questions: parseQuiz(node.value ?? '') };
  if (node.type === 'code') {
    const title = /title="([^"]+)"/.exec(node.meta ?? '')?.[1];
    return title ? { kind: 'code', language: node.lang ?? 'text', title, code: node.value ?? '' } : null;
  }
  if (node.type === 'paragraph' && node.children?.length === 1 && node.children[0]?.type === 'image') {
    const image = node.children[0];
    return {
      kind: 'image',
      picture: image.url ?? '',
      alternative: image.alt ?? '',
      caption: image.title ?? null,
    };
  }
  if (node.type === 'blockquote') {
    const inner = source.replace(/^ {0,3}> ?/gm, '');
    const alert = ALERT.exec(inner) ?? BOLD_ALERT.exec(inner);
    if (!alert) return null;
    const body = inner.slice(alert[0].length).trim();
    return body
      ? { kind: 'callout', tone: TONES[(alert[1] ?? 'note').toLowerCase() as keyof typeof TONES], body }
      : null;
  }
  return null;
}
