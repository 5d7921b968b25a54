import type { Locale } from '../../i18n/locales';
import type { QuizQuestion } from '../../lib/cms/contracts';
import { renderLine, renderMarkdown } from '../../markdown/render';

export type Verdict = 'right' | 'wrong' | 'unanswered';

export interface CheckedQuestion {
  html: string;
  /** Of its fields in the form. */
  name: string;
  several: boolean;
  /** `correct` is null as long as nothing was checked: the page does not have the answers before. */
  options: { html: string; chosen: boolean; correct: boolean | null }[];
  verdict: Verdict | null;
  explanation: string;
}

export interface CheckedQuiz {
  number: number;
  /** null: not checked yet. */
  score: { right: number; total: number } | null;
  questions: CheckedQuestion[];
}

/** Of the field that says which quiz of a lesson was sent. */
export const QUIZ_FIELD = 'quiz';

/**
 * A quiz as the page shows it. A self-check keeps nothing: the answers come with the address, `?quiz=3&q3-0=1`, and go
 * with it; those of another quiz on the page are left out.
 */
export async function checkQuiz(
  questions: QuizQuestion[],
  number: number,
  query: URLSearchParams,
  options: { locale: Locale; anchor(heading: string): string },
): Promise<CheckedQuiz> {
  const isChecked = query.get(QUIZ_FIELD) === String(number);
  const checked = await Promise.all(
    questions.map(async (question, index): Promise<CheckedQuestion> => {
      const name = `q${number}-${index}`;
      // Whatever an author writes into a question, its ids stand once on the page.
      const part = (place: string) => ({ ...options, number: `${number}-${index}-${place}` });
      const chosen = new Set(isChecked ? query.getAll(name) : []);
      return {
        html: await renderLine(question.question, part('q')),
        name,
        several: question.options.filter((option) => option.correct).length > 1,
        options: await Promise.all(
          question.options.map(async (option, at) => ({
            html: await renderLine(option.text, part(String(at))),
            chosen: chosen.has(String(at)),
            correct: isChecked ? option.correct : null,
          })),
        ),
        verdict: isChecked ? verdictOf(question, chosen) : null,
        explanation:
          isChecked && question.explanation ? await renderMarkdown(question.explanation, part('why')) : '',
      };
    }),
  );
  const right = checked.filter(({ verdict }) => verdict === 'right').length;
  return { number, score: isChecked ? { right, total: checked.length } : null, questions: checked };
}

/** Right is exactly what is right: all of it, and nothing else. */
export function verdictOf(question: QuizQuestion, chosen: ReadonlySet<string>): Verdict {
  const valid = question.options.filter((_, at) => chosen.has(String(at)));
  if (valid.length === 0) return 'unanswered';
  const isRight = question.options.every(({ correct }, at) => correct === chosen.has(String(at)));
  return isRight ? 'right' : 'wrong';
}
