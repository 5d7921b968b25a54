import { parseQuiz } from './quiz';

describe('a quiz in Markdown', () => {
  it('is read with its right answers and its explanation', () => {
    expect(
      parseQuiz(
        '? Which is even?\n- [ ] 1\n- [x] 2\n= Two divides it\nwithout rest.\n\n? Next?\n- [x] a\n- [ ] b',
      ),
    ).toEqual([
      {
        question: 'Which is even?',
        options: [
          { text: '1', correct: false },
          { text: '2', correct: true },
        ],
        explanation: 'Two divides it without rest.',
      },
      {
        question: 'Next?',
        options: [
          { text: 'a', correct: true },
          { text: 'b', correct: false },
        ],
        explanation: null,
      },
    ]);
  });

  it('without a right answer is refused by its question', () => {
    expect(() => parseQuiz('? Which?\n- [ ] 1\n- [ ] 2')).toThrow(
      'the question "Which?" needs at least one right',
    );
  });
});
