import type { CourseSection } from './course';
import { rewritePictures } from './links';
import type { createPackageFiles } from './package-files';

type Files = ReturnType<typeof createPackageFiles>;

/** Seen from the folder of a language. */
const UP = '../';

/** What a text shows, at the addresses it has in the package. */
export const textForPackage = (body: string, files: Files, up = UP): string =>
  rewritePictures(body, (address) => {
    const name = files.nameAt(address);
    return name && `${up}${name}`;
  });

/** The rows of a lesson's dynamic zone as sections of a course: what `toRows` makes of them are these rows again. */
export function fromRows(rows: any[], files: Files): CourseSection[] {
  return rows.flatMap((row): CourseSection[] => {
    switch (row.__component) {
      case 'lesson.text':
        return [{ kind: 'text', body: textForPackage(row.body ?? '', files) }];
      case 'lesson.callout':
        return [
          {
            kind: 'callout',
            tone: row.tone,
            ...(row.title ? { title: row.title } : {}),
            body: textForPackage(row.body ?? '', files),
          },
        ];
      case 'lesson.image':
        return row.picture
          ? [
              {
                kind: 'image',
                picture: UP + files.nameOf(row.picture),
                alternative: row.alternative ?? '',
                caption: row.caption ?? null,
              },
            ]
          : [];
      case 'lesson.video':
        return [
          {
            kind: 'video',
            title: row.title ?? '',
            url: row.url ?? '',
            ...(row.file ? { file: UP + files.nameOf(row.file) } : {}),
          },
        ];
      case 'lesson.code':
        return [{ kind: 'code', language: row.language, title: row.title || null, code: row.code ?? '' }];
      case 'lesson.attachments':
        return attachments(row.files ?? [], files);
      case 'lesson.quiz':
        return [{ kind: 'quiz', questions: (row.questions ?? []).map(question) }];
      default:
        return [];
    }
  });
}

/** One file alone is a link in Markdown; several of one section stay together. */
function attachments(rows: any[], files: Files): CourseSection[] {
  const [only, ...more] = rows.map((file) => ({
    file: UP + files.nameOf(file),
    title: (file.caption as string) || null,
  }));
  if (!only) return [];
  return [{ kind: 'files', files: [only, ...more] }];
}

const question = ({ question: asked, options, explanation }: any) => ({
  question: asked ?? '',
  options: (options ?? []).map(({ text, correct }: any) => ({
    text: text ?? '',
    correct: Boolean(correct),
  })),
  explanation: explanation || null,
});
