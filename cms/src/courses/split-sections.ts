import { fromMarkdown } from 'mdast-util-from-markdown';
import type { CourseSection } from './course';
import { parseQuiz } from './quiz';
import { BETWEEN, parseSectionBlock, SECTION_BLOCK } from './section-block';
import { shareDefinitions } from './share-definitions';

const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*\n?/i;
/** The older way to write the same: a quotation that begins with a bold word. */
const BOLD_ALERT = /^\*\*(Note|Tip|Important|Warning|Callout)\*\*:?\s*\n?/i;
/** A page of YouTube, Vimeo or a PeerTube server that shows one video. */
const VIDEO =
  /^https:\/\/(?:(?:www\.|m\.)?youtube\.com\/watch\?\S*v=|youtu\.be\/|vimeo\.com\/\d|[\w.-]+\/(?:w|videos\/watch)\/[\w-]{20,36}$)/;
/** What a lesson hands out, by the ending of its name. */
export const ATTACHMENT = /\.(?:pdf|csv|txt|zip)$/i;
const TONES = {
  note: 'note',
  callout: 'note',
  tip: 'tip',
  important: 'important',
  warning: 'warning',
  caution: 'warning',
} as const;

/**
 * Splits Markdown into sections where it says so: a picture on its own, a link on its own to a video or to a file of the
 * course, a quotation that is an alert, a fenced block with a title or of the language `quiz`. All between stays together
 * as text. What an export could not say so stands in a fenced block `section`, to the letter.
 */
export function splitSections(markdown: string): CourseSection[] {
  const sections: CourseSection[] = [];
  const verbatim = new Set<CourseSection>();
  let textFrom: number | null = null;
  const closeText = (until: number) => {
    const body = textFrom === null ? '' : markdown.slice(textFrom, until).trim();
    if (body) sections.push({ kind: 'text', body });
    textFrom = null;
  };

  for (const node of fromMarkdown(markdown).children) {
    const start = node.position?.start.offset ?? 0;
    if (node.type === 'html' && node.value.trim() === BETWEEN) {
      closeText(start);
      continue;
    }
    const section = special(node as never, markdown.slice(start, node.position?.end.offset));
    if (section) {
      closeText(start);
      sections.push(section);
      if (node.type === 'code' && node.lang === SECTION_BLOCK) verbatim.add(section);
      textFrom = null;
    } else {
      textFrom ??= start;
    }
  }
  closeText(markdown.length);
  return shareDefinitions(sections, (section) => verbatim.has(section));
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
  if (node.type === 'code' && node.lang === SECTION_BLOCK) return parseSectionBlock(node.value ?? '');
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
  if (node.type === 'paragraph' && node.children?.length === 1 && node.children[0]?.type === 'link') {
    const { url = '', children = [] } = node.children[0];
    const title = children.map(({ value }) => value ?? '').join('') || url;
    if (VIDEO.test(url)) return { kind: 'video', title, url };
    return ATTACHMENT.test(url) && !/^[a-z]+:|^\//i.test(url)
      ? { kind: 'attachments', file: url, title }
      : null;
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
