import type { Section } from '../../../shared/contracts/lesson';
import { mediaUrlOf } from '../../media/media-url';
import { toPicture } from '../../media/picture';

/** Turns the rows of a lesson's dynamic zone into the sections the site renders. Empty ones are left out. */
export function toSections(rows: any[]): Section[] {
  return rows.map(toSection).filter((section): section is Section => section !== null);
}

function toSection(row: any): Section | null {
  switch (row.__component) {
    case 'lesson.text':
      return { kind: 'text', body: row.body ?? '' };
    case 'lesson.image': {
      const picture = toPicture(row.picture, row.alternative);
      return picture && { kind: 'image', picture, caption: row.caption || null };
    }
    case 'lesson.video': {
      const url = row.file ? mediaUrlOf(row.file) : row.url;
      return url ? { kind: 'video', title: row.title, url } : null;
    }
    case 'lesson.code':
      return { kind: 'code', language: row.language, title: row.title || null, code: row.code };
    case 'lesson.callout':
      return { kind: 'callout', tone: row.tone, title: row.title || null, body: row.body };
    case 'lesson.attachments': {
      const files = (row.files ?? []).map((file: any) => ({
        name: file.name,
        title: file.caption || null,
        url: mediaUrlOf(file),
        mime: file.mime,
        // The media library counts in kilobytes of 1,000 bytes.
        bytes: Math.round(Number(file.size) * 1000),
      }));
      return files.length > 0 ? { kind: 'attachments', files } : null;
    }
    case 'lesson.quiz':
      return {
        kind: 'quiz',
        questions: (row.questions ?? []).map((question: any) => ({
          question: question.question,
          options: (question.options ?? []).map(({ text, correct }: any) => ({
            text,
            correct: Boolean(correct),
          })),
          explanation: question.explanation || null,
        })),
      };
    default:
      return null;
  }
}
