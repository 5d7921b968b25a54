import { mailsTo } from './cms.ts';
import { outside } from './outside.ts';

describe('certificates that live for a year', () => {
  let told: any;
  beforeAll(async () => {
    told = await outside('expire');
  }, 400_000);

  it('say until when, in the snapshot and in the credential', () => {
    const issuedAt = new Date(told.fresh.issuedAt);
    expect(told.fresh.expiresAt).toMatch(/T23:59:59\.999Z$/);
    expect(new Date(told.fresh.expiresAt).getUTCFullYear()).toBe(issuedAt.getUTCFullYear() + 1);
    expect(told.freshCredential.validUntil.slice(0, 10)).toBe(told.fresh.expiresAt.slice(0, 10));
  });

  it('remind once each who can still do something, by the last reminder that is due', async () => {
    expect(told.sent).toEqual([
      { to: 'month@talks.example', daysBefore: 30, attempts: 1 },
      { to: 'week-es@talks.example', daysBefore: 7, attempts: 1 },
    ]);
    // Two machines at once, and once more later: two reminders in all, each in the ledger.
    expect(told.written[0] + told.written[1]).toBe(2);
    expect([told.writtenLater, told.attempts]).toEqual([0, 2]);
    const [english, spanish] = await Promise.all(
      ['month', 'week-es'].map(async (who) =>
        (await mailsTo(`${who}@talks.example`)).map(({ subject }) => subject),
      ),
    );
    expect(english).toContain('Your certificate expires soon: On talking');
    expect(spanish).toContain('Tu certificado caduca pronto: On talking');
    for (const none of ['fresh', 'revoked', 'left', 'renewed', 'expired'])
      expect(await mailsTo(`${none}@talks.example`)).not.toContainEqual(
        expect.objectContaining({ subject: expect.stringContaining('expire') }),
      );
  });

  it('are renewed once, however often it is asked for at once; the old one is valid to its own end (C7, C10)', () => {
    expect(new Set(told.renewals).size).toBe(1);
    expect(told.renewals[0]).not.toBe(told.ids.renewed);
    expect(told.renewedAgain).toBe(told.renewals[0]);
    expect(told.early).toMatchObject({
      status: 'valid',
      renewedBy: told.earlyCode,
      supersededBy: null,
    });
  });

  it('stay expired where they have, and lead to the one that renewed them (C8)', () => {
    expect(told.expiredBefore).toMatchObject({ status: 'expired', renewedBy: null });
    expect(told.expiredAfter).toMatchObject({
      status: 'expired',
      renewedBy: told.expiredCode,
      supersededBy: null,
    });
  });

  it('are not issued with an end in the past', () => {
    expect(told.past).toMatchObject({
      rule: 'expiry',
      reason: 'expiry-in-the-past',
      expiresAt: '2020-12-31',
    });
  });
});
