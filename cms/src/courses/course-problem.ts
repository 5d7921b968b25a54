/** What an import left out and why; the rest was written. */
export interface CourseProblem {
  kind: 'dead-link' | FileProblem;
  /** Of the lesson's file. */
  path: string;
  /** As it stands in the lesson. */
  address: string;
}
type FileProblem = 'outside' | 'missing' | 'unknown-kind' | 'not-a-picture' | 'reaches-out' | 'failed';

const SENTENCES: Record<CourseProblem['kind'], (address: string) => string> = {
  'dead-link': (address) => `the link to ${address} leads nowhere; only its words were kept`,
  outside: (address) => `the file ${address} is outside the course`,
  missing: (address) => `the file ${address} is not there`,
  'unknown-kind': (address) => `the file ${address} is of no kind that lessons show or hand out`,
  'not-a-picture': (address) => `the file ${address} is not the picture that its name says`,
  'reaches-out': (address) => `the file ${address} is a drawing that names other files`,
  failed: (address) => `the file ${address} could not be stored`,
};

export const sentenceOf = ({ kind, path, address }: CourseProblem): string =>
  `${path}: ${SENTENCES[kind](address)}`;

/** Why a file of a course cannot be taken. */
export class CourseFileError extends Error {
  constructor(readonly kind: FileProblem) {
    super(`The file ${kind}`);
  }
}

export const problemOf = (error: unknown, path: string, address: string): CourseProblem => ({
  kind: error instanceof CourseFileError ? error.kind : 'failed',
  path,
  address,
});

/** Why a course cannot be read at all: nothing of it was written. */
export class CourseError extends Error {
  constructor(
    readonly kind: 'no-lessons' | 'unanswerable' | 'unreadable',
    /** Of the file it is in; null for all of them. */
    readonly path: string | null,
    /** Of an unanswerable question; else for whoever reads English. */
    readonly detail: string,
  ) {
    super(
      kind === 'unanswerable'
        ? `the question "${detail}" needs at least one right and one wrong answer`
        : detail,
    );
  }
}
