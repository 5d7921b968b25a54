import type { Locale } from '../../i18n/locales';
import type { Section } from '../../lib/cms/contracts';
import { createAnchors } from '../../lib/cms/anchors';
import type { Notes } from '../../markdown/footnotes';
import type { Heading } from '../../markdown/headings';
import { keepRendered } from '../../markdown/keep-rendered';
import { renderCode, renderMarkdown } from '../../markdown/render';
import { checkQuiz, type CheckedQuiz, QUIZ_FIELD } from './check-quiz';

/** A section with its texts as safe HTML. `number` counts from 1, and names it on the page. */
export type RenderedSection =
  | { kind: 'text'; number: number; html: string }
  | { kind: 'code'; number: number; title: string | null; html: string }
  | {
      kind: 'callout';
      number: number;
      tone: Extract<Section, { kind: 'callout' }>['tone'];
      title: string | null;
      html: string;
    }
  | { kind: 'quiz'; number: number; quiz: CheckedQuiz }
  | (Extract<Section, { kind: 'image' | 'video' | 'attachments' }> & { number: number });

export interface RenderedLesson {
  sections: RenderedSection[];
  headings: Heading[];
  notes: Notes;
}

/**
 * All sections of a lesson, in order: headings get ids that are unique among all of them, and notes are numbered through.
 * Kept for the next reader, unless answers are checked: those are one reader's own.
 * @param query of the page's address: the answers of a quiz that is to be checked.
 */
export function renderSections(
  sections: Section[],
  locale: Locale,
  query: URLSearchParams,
): Promise<RenderedLesson> {
  if (query.has(QUIZ_FIELD)) return renderAnew(sections, locale, query);
  return keepRendered(JSON.stringify([locale, sections]), () =>
    renderAnew(sections, locale, new URLSearchParams()),
  );
}

async function renderAnew(
  sections: Section[],
  locale: Locale,
  query: URLSearchParams,
): Promise<RenderedLesson> {
  const anchor = createAnchors();
  const headings: Heading[] = [];
  const onHeading = (heading: Heading) => headings.push(heading);
  const notes: Notes = { count: 0, items: '' };
  const rendered: RenderedSection[] = [];
  for (const [index, section] of sections.entries()) {
    const number = index + 1;
    const text = (body: string) =>
      renderMarkdown(body, {
        locale,
        anchor,
        onHeading,
        number,
        notes,
        pictures: ('pictures' in section && section.pictures) || {},
      });
    if (section.kind === 'text') rendered.push({ kind: 'text', number, html: await text(section.body) });
    else if (section.kind === 'callout')
      rendered.push({
        kind: 'callout',
        number,
        tone: section.tone,
        title: section.title,
        html: await text(section.body),
      });
    else if (section.kind === 'code')
      rendered.push({
        kind: 'code',
        number,
        title: section.title,
        html: await renderCode(section.code, section.language),
      });
    else if (section.kind === 'quiz')
      rendered.push({
        kind: 'quiz',
        number,
        quiz: await checkQuiz(section.questions, number, query, { locale, anchor }),
      });
    else rendered.push({ ...section, number });
  }
  return { sections: rendered, headings: headings.filter(({ level }) => level <= 3), notes };
}
