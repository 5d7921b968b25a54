import { FIRST_KEY, issued, NOW, SECOND_KEY, snapshot, verdictOf } from './school.ts';
import { flipBit, seededRandom } from './flip-bit.ts';

// A busy machine makes everything slow.
jest.setTimeout(300_000);

const fetched = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network in tests'));
afterAll(() => expect(fetched).not.toHaveBeenCalled());

describe('a digital credential', () => {
  it('is valid, checked without any network', async () => {
    expect(await verdictOf(await issued())).toBe('valid');
  });

  it('is the same each time it is made from the same snapshot (C7)', async () => {
    expect(JSON.stringify(await issued())).toBe(JSON.stringify(await issued()));
  });

  it('is valid for a grade certificate with several marks, one of them missing', async () => {
    const achievements = [
      { code: 'WEB', name: 'Web', mark: 7, maximumMark: 10 },
      { code: 'PRO', name: 'Programming', mark: null, maximumMark: 20 },
    ];
    expect(await verdictOf(await issued(snapshot({ kind: 'grade', achievements, language: 'en' })))).toBe(
      'valid',
    );
  });

  it('is revoked once its bit is set, and no other with it', async () => {
    const [one, other] = [await issued(snapshot(), 42), await issued(snapshot(), 131_072 + 42)];
    expect(await verdictOf(one, { withdrawn: [42] })).toBe('revoked');
    expect(await verdictOf(other, { withdrawn: [42] })).toBe('valid');
    expect(await verdictOf(other, { withdrawn: [131_072 + 42] })).toBe('revoked');
  });

  it('expires on its day', async () => {
    const credential = await issued(snapshot({ expiresAt: NOW.toISOString() }));
    expect(await verdictOf(credential, { now: new Date(Number(NOW) - 1) })).toBe('valid');
    expect(await verdictOf(credential)).toBe('expired');
  });

  it('stays valid after the key was rotated, and new ones are valid, too (P11)', async () => {
    const keys = [FIRST_KEY, SECOND_KEY];
    expect(await verdictOf(await issued(), { keys })).toBe('valid');
    expect(await verdictOf(await issued(snapshot(), 7, SECOND_KEY), { keys })).toBe('valid');
  });

  it('signed with a key that is not the school’s is altered', async () => {
    expect(await verdictOf(await issued(snapshot(), 7, SECOND_KEY))).toBe('altered');
  });

  it('of another school is not ours', async () => {
    const credential = { ...(await issued()), issuer: { id: 'did:web:other.example' } };
    expect(await verdictOf(credential)).toBe('not-ours');
  });

  it('without its status is altered', async () => {
    const { credentialStatus: _, ...credential } = await issued();
    expect(await verdictOf(credential)).toBe('altered');
  });

  it('with any of 1,000 bits flipped is not valid (P11)', async () => {
    const bytes = Buffer.from(JSON.stringify(await issued()));
    const random = seededRandom(20_261_124);
    let parsed = 0;
    for (let round = 0; round < 1000; round++) {
      let changed: Record<string, unknown>;
      try {
        changed = JSON.parse(flipBit(bytes, random).toString('utf8'));
      } catch {
        continue; // No JSON any more.
      }
      parsed++;
      expect(await verdictOf(changed)).not.toBe('valid');
    }
    expect(parsed).toBeGreaterThan(500);
  });
});
