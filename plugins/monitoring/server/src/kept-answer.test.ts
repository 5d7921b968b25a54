import { keepAnswer } from './kept-answer';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A question that counts how often it is put, and hangs until it is let go. */
function slowQuestion() {
  let asked = 0;
  let letGo: () => void = () => {};
  return {
    asked: () => asked,
    letGo: () => letGo(),
    ask: () => {
      asked++;
      return new Promise<number>((resolve) => (letGo = () => resolve(asked)));
    },
  };
}

describe('an answer that is kept', () => {
  it('is asked for once by a flood, and again when it is old (P13)', async () => {
    let asked = 0;
    const read = keepAnswer(async () => ++asked, { keepMs: 50 });
    const flood = await Promise.all(Array.from({ length: 1000 }, read));
    expect(new Set(flood)).toEqual(new Set([{ ok: true, value: 1 }]));
    expect(await read()).toEqual({ ok: true, value: 1 });
    await pause(60);
    expect(await read()).toEqual({ ok: true, value: 2 });
  });

  it('that is not kept is asked for each time: the control', async () => {
    let asked = 0;
    const read = keepAnswer(async () => ++asked, { keepMs: 0 });
    for (let time = 0; time < 10; time++) await read();
    expect(asked).toBe(10);
  });

  it('is a timeout for who waits too long, and a question that hangs is not put again', async () => {
    const question = slowQuestion();
    const read = keepAnswer(question.ask, { deadlineMs: 20, keepMs: 5 });
    for (let time = 0; time < 3; time++) {
      expect(await read()).toEqual({ ok: false, problem: 'timeout' });
      await pause(10);
    }
    expect(question.asked()).toBe(1);

    question.letGo();
    await pause(1);
    const next = read();
    question.letGo();
    expect(await next).toEqual({ ok: true, value: 2 });
  });

  it.each([
    ['later', () => Promise.reject(new Error('no'))],
    [
      'at once',
      () => {
        throw new Error('no');
      },
    ],
  ])(
    'is "failed" when the question throws %s, its reason told to the log alone, and is asked for again',
    async (_when, fail) => {
      const reasons: string[] = [];
      let broken = true;
      const read = keepAnswer<string>(() => (broken ? fail() : Promise.resolve('well')), {
        keepMs: 0,
        onFailure: ({ message }) => reasons.push(message),
      });
      expect(await read()).toEqual({ ok: false, problem: 'failed' });
      expect(reasons).toEqual(['no']);
      broken = false;
      expect(await read()).toEqual({ ok: true, value: 'well' });
    },
  );
});
