import { alone } from './alone.ts';
import { addFaultRow } from './fault-table.ts';
import type { Aftermath, Outage } from './simulate-outage.ts';

// Days of a simulated clock are minutes of a real one.
jest.setTimeout(1_200_000);

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
async function simulate(outage: Outage): Promise<Aftermath> {
  const told = await alone<Aftermath>('simulate-outage.ts', outage);
  const { mood, seconds, mails, forgetful } = outage;
  addFaultRow({
    test: `P2 ${mood}, ${seconds / HOUR} h${forgetful ? ', control' : ''}`,
    jobs: mails,
    lost: told.lost,
    twice: told.twice,
    ...(told.recoverySeconds === null ? {} : { recoveryMs: [told.recoverySeconds * 1_000] }),
  });
  return told;
}

describe.each([
  ['5 minutes', 5 * MINUTE],
  ['4 hours', 4 * HOUR],
  ['5 days', 5 * DAY],
])('a mail server that is in trouble for %s (P2)', (_, seconds) => {
  it.each(['gone', 'hangs', 'later'] as const)(
    'and %s: every mail is sent once, within a quarter of an hour of its recovery',
    async (mood) => {
      const told = await simulate({ mood, seconds, mails: 10 });
      expect(told).toMatchObject({ lost: 0, kept: 10, mostCopies: 1, states: { sent: 10, unfinished: 0 } });
      expect(told.recoverySeconds).toBeLessThanOrEqual(15 * MINUTE);
      if (mood === 'later') expect(told.firstRetrySeconds).toBeLessThanOrEqual(MINUTE);
    },
  );

  it('and hangs up after the final dot: every mail is there, twice at most, or a person decides', async () => {
    const told = await simulate({ mood: 'hangs-up-after-the-dot', seconds, mails: 20 });
    expect(told).toMatchObject({ lost: 0, kept: 20, states: { unfinished: 0, refused: 0 } });
    expect(told.mostCopies).toBeLessThanOrEqual(2);
    expect(told.recoverySeconds).toBeLessThanOrEqual(15 * MINUTE);
  });
});

it('a slow server gets every mail once (P2)', async () => {
  const told = await simulate({ mood: 'slow', seconds: 5 * MINUTE, mails: 10 });
  expect(told).toMatchObject({ lost: 0, kept: 10, mostCopies: 1, attempts: 10 });
});

it('a final no is never asked again (P2)', async () => {
  const told = await simulate({ mood: 'never', seconds: DAY, mails: 10 });
  expect(told).toMatchObject({ kept: 0, attempts: 10, states: { refused: 10, unfinished: 0 } });
});

it('without the memory of what may have arrived, a mail comes many times: the negative control (P2)', async () => {
  const told = await simulate({
    mood: 'hangs-up-after-the-dot',
    seconds: 4 * HOUR,
    mails: 3,
    forgetful: true,
  });
  expect(told.mostCopies).toBeGreaterThan(2);
});
