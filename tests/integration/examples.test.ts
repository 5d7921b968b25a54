import { outside } from './outside.ts';

/** The examples of plugins/README.md, in one application. */
describe('the examples of the guide for developers', () => {
  let told: any;
  beforeAll(async () => {
    told = await outside('examples');
  }, 400_000);

  it('a source: a certificate for something that is no module, and none for nobody', () => {
    expect(told.issued).toMatchObject({ isNew: true, email: 'ada@workshops.example' });
    expect(told.nobody.value).toBeUndefined();
  });

  it('an event: it is heard after the certificate is there', () => {
    expect(told.congratulate).toEqual([told.issued.documentId]);
  });

  it('a rule: its own decision, with the reason', () => {
    expect(told.rules).toEqual([
      { eligible: true },
      { eligible: false, rule: 'two-thirds', reason: 'too-low', details: { modules: ['WELD'] } },
    ]);
  });

  it('a design: it can be chosen', () => {
    expect(told.known).toContain('plain-name');
  });

  it('a task: it is done if its transaction committed, and not otherwise', () => {
    expect(told.lost.message).toBe('the rows could not be written');
    expect(told.written).toEqual(['kept']);
  });

  it('a schedule: it ran', () => expect(told.ticks).toBeGreaterThan(0));

  it('a mail: it is sent in its reader’s language, once', () => {
    expect(told.subject).toBe('Tu taller');
    expect(told.twice).toBe(true);
  });
});
