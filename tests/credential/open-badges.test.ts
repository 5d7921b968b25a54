import { OPEN_BADGES_RULES } from './open-badges-rules.ts';
import { issued, snapshot } from './school.ts';

// A busy machine makes everything slow.
jest.setTimeout(60_000);

const CREDENTIALS = {
  module: snapshot(),
  grade: snapshot({
    kind: 'grade',
    language: 'en',
    expiresAt: '2028-05-01T00:00:00.000Z',
    achievements: [
      { code: 'WEB', name: 'Web', mark: 7, maximumMark: 10 },
      { code: 'PRO', name: 'Programming', mark: null, maximumMark: 20 },
    ],
  }),
  'without a mark': snapshot({ achievements: [{ code: 'A', name: 'A', mark: null, maximumMark: 10 }] }),
};

describe.each(Object.entries(CREDENTIALS))('the credential of a certificate (%s)', (_, facts) => {
  it.each(Object.entries(OPEN_BADGES_RULES))('%s', async (_rule, holds) => {
    expect(holds(await issued(facts))).toBe(true);
  });
});

it('a module is the same achievement for everybody who completes it, and for nobody else’s module', async () => {
  const idOf = async (change: Parameters<typeof snapshot>[0]) =>
    ((await issued(snapshot(change))).credentialSubject as { achievement: { id: string } }).achievement.id;
  const web = await idOf({});
  expect(await idOf({ recipient: { name: 'Somebody Else' }, serial: '2026-AAAAA-BBBBB' })).toBe(web);
  expect(await idOf({ achievements: [{ code: 'PRO', name: 'P', mark: 9, maximumMark: 10 }] })).not.toBe(web);
});
