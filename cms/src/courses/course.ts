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
  | { kind: 'video'; title: string; url: string }
  /** `file` is a path in the folder. */
  | { kind: 'attachments'; file: string; title: string }
  | { kind: 'image'; picture: string; alternative: string; caption: string | null }
  | { kind: 'code'; language: string; title: string; code: string }
  | { kind: 'callout'; tone: 'note' | 'tip' | 'important' | 'warning'; body: string }
  | {
      kind: 'quiz';
      questions: {
        question: string;
        options: { text: string; correct: boolean }[];
        explanation: string | null;
      }[];
    };
