/** A course as it stands in a folder, before anything is written to the CMS. */
export interface CourseLesson {
  /** Path of its file below the folder, with forward slashes; names the lesson in messages and links. */
  path: string;
  slug: string;
  title: string;
  position: number;
  minutes: number;
  /** Markdown without front matter and without the title's heading. */
  body: string;
}

export interface Course {
  title: string | null;
  lessons: CourseLesson[];
}

/** One piece of a lesson; `picture` is a path in the folder or an address. */
export type CourseSection =
  | { kind: 'text'; body: string }
  /** `file` is a path in the folder, for a video that is no page of the web. */
  | { kind: 'video'; title: string; url: string; file?: string }
  /** `file` is a path in the folder; several in a row are handed out together. */
  | { kind: 'attachments'; file: string; title: string }
  /** Those of one section, and no others with them. */
  | { kind: 'files'; files: { file: string; title: string | null }[] }
  | { kind: 'image'; picture: string; alternative: string; caption: string | null }
  | { kind: 'code'; language: string; title: string | null; code: string }
  | { kind: 'callout'; tone: 'note' | 'tip' | 'important' | 'warning'; title?: string; body: string }
  | {
      kind: 'quiz';
      questions: {
        question: string;
        options: { text: string; correct: boolean }[];
        explanation: string | null;
      }[];
    };
