import type { CourseSection } from './course';
import { CourseError } from './course-problem';

type Question = Extract<CourseSection, { kind: 'quiz' }>['questions'][number];

/**
 * Reads a quiz as it is written in Markdown:
 *
 *     ? The question
 *     - [ ] a wrong answer
 *     - [x] a right one
 *     = Why
 *
 * @throws CourseError that says which question has no right or no wrong answer.
 */
export function parseQuiz(source: string): Question[] {
  const questions: Question[] = [];
  for (const line of source.split(/\r?\n/)) {
    const current = questions.at(-1);
    const option = /^[-*]\s+\[([ xX])\]\s+(.*)$/.exec(line);
    if (line.startsWith('? '))
      questions.push({ question: line.slice(2).trim(), options: [], explanation: null });
    else if (option && current)
      current.options.push({ text: (option[2] ?? '').trim(), correct: option[1] !== ' ' });
    else if (line.startsWith('= ') && current) current.explanation = line.slice(2).trim();
    else if (line.trim() && current) {
      // A line that begins nothing goes on with what was begun last.
      if (current.explanation !== null) current.explanation += ` ${line.trim()}`;
      else if (current.options.length === 0) current.question += ` ${line.trim()}`;
    }
  }
  for (const { question, options } of questions) {
    const right = options.filter(({ correct }) => correct).length;
    if (right === 0 || right === options.length) {
      throw new CourseError('unanswerable', null, question);
    }
  }
  return questions;
}
