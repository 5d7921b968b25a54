import type { Finding } from '../../../shared/contracts/checklist';
import { linkTarget } from './link-target';
import { addressesIn } from './markdown';

/** What is known of the places that links may lead to. */
export interface Surroundings {
  code: string;
  slug: string;
  /** Whether there is this lesson, and in it this heading where one is named. */
  hasLesson(code: string, slug: string, anchor: string): boolean;
  hasModule(code: string): boolean;
  /** Whether the media library has a file at this address. */
  hasUpload(path: string): boolean;
}

interface Section {
  __component: string;
  [field: string]: any;
}

const isBlank = (text: unknown): boolean => typeof text !== 'string' || text.trim() === '';

/** What an author should see to in the sections of one lesson before it is published. */
export function checkSections(sections: Section[], around: Surroundings): Finding[] {
  if (sections.length === 0) return [{ kind: 'no-sections' }];
  return sections.flatMap((section, index) => checkSection(section, index + 1, around));
}

function checkSection(section: Section, place: number, around: Surroundings): Finding[] {
  const empty: Finding[] = [{ kind: 'section-empty', place }];
  switch (section.__component) {
    case 'lesson.text':
    case 'lesson.callout':
      return isBlank(section.body) ? empty : checkText(section.body, place, around);
    case 'lesson.code':
      return isBlank(section.code) ? empty : [];
    case 'lesson.image':
      if (!section.picture) return empty;
      return isBlank(section.alternative)
        ? [{ kind: 'alternative-missing', place, address: section.picture.name ?? '' }]
        : [];
    case 'lesson.video':
      return section.file || !isBlank(section.url) ? [] : empty;
    case 'lesson.attachments':
      return section.files?.length > 0 ? [] : empty;
    case 'lesson.quiz':
      return section.questions?.length > 0 ? checkQuestions(section.questions, place) : empty;
    default:
      return [];
  }
}

/** A question wants at least one right and one wrong answer. */
const checkQuestions = (questions: any[], place: number): Finding[] =>
  questions
    .filter(({ options }) => {
      const right = (options ?? []).filter(({ correct }: { correct?: boolean }) => correct).length;
      return right === 0 || right === options.length;
    })
    .map(({ question }) => ({ kind: 'quiz-unanswerable', place, question: question ?? '' }));

/** @param place null for a text that is no section. */
export function checkText(text: string, place: number | null, around: Surroundings): Finding[] {
  const { links, pictures } = addressesIn(text);
  const findings: Finding[] = [];
  for (const address of new Set(links)) {
    const target = linkTarget(address, around.code, around.slug);
    if (target.to === 'script') findings.push({ kind: 'link-unsafe', place, address });
    else if (!leadsSomewhere(target, around)) findings.push({ kind: 'link-broken', place, address });
  }
  for (const { address, alternative } of pictures) {
    const target = linkTarget(address, around.code, around.slug);
    if (target.to !== 'elsewhere' && !(target.to === 'upload' && around.hasUpload(target.path)))
      findings.push({ kind: 'picture-missing', place, address });
    if (isBlank(alternative)) findings.push({ kind: 'alternative-missing', place, address });
  }
  return findings;
}

function leadsSomewhere(target: ReturnType<typeof linkTarget>, around: Surroundings): boolean {
  if (target.to === 'lesson') return around.hasLesson(target.code, target.slug, target.anchor);
  if (target.to === 'module') return around.hasModule(target.code);
  if (target.to === 'upload') return around.hasUpload(target.path);
  return target.to === 'elsewhere';
}
