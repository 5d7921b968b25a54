import { outside } from './outside.ts';

/** The application of another school, which the plugin knows nothing of. */
describe('a rule, a source and listeners from outside', () => {
  let told: any;
  beforeAll(async () => {
    told = await outside('extend');
  }, 400_000);

  it('issue a certificate of the foreign source once, and keep which source it came from (C10)', () => {
    expect(told.issued).toMatchObject({ isNew: true, email: 'rich@talks.example' });
    expect(told.again).toMatchObject({ documentId: told.issued.documentId, isNew: false });
    expect(told.rows).toContainEqual(
      expect.objectContaining({ source: 'talks', kind: 'module', subject: 'HTM' }),
    );
  });

  it('refuse by the foreign rule, which is named with its reason (C2)', () => {
    expect(told.poor.details).toEqual({
      rule: 'fees-paid',
      name: { en: 'Fees are paid', es: 'Las cuotas están pagadas' },
      reason: 'fees-open',
      months: 2,
    });
  });

  it('let a source choose its rules: staff issue what nobody else may', () => {
    expect(told.manual.details).toMatchObject({ rule: 'manual', reason: 'staff-only' });
    expect(told.byStaff.value).toMatchObject({ isNew: true });
    expect(told.sources).toContainEqual({
      key: 'talks',
      rules: { grade: ['manual'], module: expect.arrayContaining(['pass-mark-reached', 'fees-paid']) },
    });
  });

  it('are named when they throw, and nothing is issued', () => {
    expect(told.brokenSource.message).toContain('the source "talks" failed: the list of talks is lost');
    expect(told.brokenRule.message).toContain('the rule "explosive" failed: boom');
    expect(told.lostRule.message).toContain('"not-there"');
    expect(told.rows).toHaveLength(2);
  });

  it('hear every event after another listener has thrown, ids alone', () => {
    const event = { certificateId: told.issued.documentId, source: 'talks', kind: 'module', subject: 'HTM' };
    const names = ['issue', 'render', 'deliver', 'revoke'].map((name) => `certificate.${name}`);
    for (const name of names) expect(told.heard).toContainEqual({ name, event });
    expect(told.log).toContain(
      'a listener of certificate.issue failed: a listener that is broken on purpose',
    );
  });

  it('are refused too late or under a name that is none, with what is known', () => {
    expect(told.late.message).toContain('it is too late now');
    expect(told.unknownEvent.message).toContain('known are certificate.issue');
    expect(told.refusedSettings.details.errors).toEqual([
      { path: ['rules', 'talks', 'grade', '0'], message: expect.stringContaining('no rule "fees-paid"') },
      { path: ['rules', 'walks'], message: expect.stringContaining('known are grades, talks') },
    ]);
  });
});
