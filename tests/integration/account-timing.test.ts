import { cms, from, newStudent } from './cms.ts';

const ROUNDS = 40;
/** Where nothing differs, 40 pairs of rounds lie between 0.2 and 0.8 but for one run in hundred thousand. */
const UNDECIDED = { least: 0.2, most: 0.8 };

let last = 0;
/** Each asks from an address of its own, so that no limit is met. */
const somewhere = (): Record<string, string> => {
  last += 1;
  return from(`203.0.${last >> 8}.${last & 255}`);
};

const timed = async (ask: () => PromiseLike<unknown>): Promise<number> => {
  const started = performance.now();
  await ask();
  return performance.now() - started;
};

/**
 * How probable it is that one question takes longer than another (Mann and Whitney's U, divided by the number of pairs):
 * a half where time tells nothing. No time of its own is compared with anything, so a slow machine changes nothing. The two
 * take turns, in an order that changes.
 */
async function takesLonger(
  one: () => PromiseLike<unknown>,
  other: () => PromiseLike<unknown>,
): Promise<number> {
  const [ones, others]: [number[], number[]] = [[], []];
  await Promise.all([one(), other()]);
  for (let round = 0; round < ROUNDS; round++) {
    if (round % 2) ones.push(await timed(one));
    others.push(await timed(other));
    if (round % 2 === 0) ones.push(await timed(one));
  }
  const longer = ones.flatMap((a) => others.map((b) => (a > b ? 1 : 0) as number));
  return longer.reduce((sum, each) => sum + each, 0) / longer.length;
}

const logIn = (identifier: string, password = 'wrong') =>
  cms().post('/api/sessions').set(somewhere()).send({ identifier, password });
const forget = (email: string) => cms().post('/api/password-resets').set(somewhere()).send({ email });

describe('time tells nobody who has an account (A2, A11, P7)', () => {
  it('at log-in', async () => {
    const longer = await takesLonger(
      () => logIn('guido').expect(401),
      () => logIn('nobody-at-all').expect(401),
    );
    expect(longer).toBeGreaterThan(UNDECIDED.least);
    expect(longer).toBeLessThan(UNDECIDED.most);
  });

  it('where a password was forgotten', async () => {
    const { email } = await newStudent('forgetful');
    const longer = await takesLonger(
      () => forget(email).expect(204),
      () => forget('nobody-at-all@students.example').expect(204),
    );
    expect(longer).toBeGreaterThan(UNDECIDED.least);
    expect(longer).toBeLessThan(UNDECIDED.most);
  });

  it('and would tell, if no password were compared for somebody unknown', async () => {
    const longer = await takesLonger(
      () => logIn('guido').expect(401),
      // Refused before any password is compared.
      () => logIn('').expect(400),
    );
    expect(longer).toBeGreaterThan(0.95);
  });
});
