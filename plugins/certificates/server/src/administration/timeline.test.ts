import { timelineOf, type TimelineSources } from './timeline';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const sources = (more: Partial<TimelineSources> = {}): TimelineSources => ({
  certificate: { issuedAt: at(0), renderedAt: at(1) },
  wasRendered: true,
  attempts: [],
  audit: [],
  reminders: [],
  now: new Date(at(59)),
  ...more,
});
const whats = (more: Partial<TimelineSources>) => timelineOf(sources(more)).map(({ what }) => what);

describe('the timeline of a certificate (C9)', () => {
  it('goes from the newest to the day of issue', () => {
    expect(whats({ attempts: [{ startedAt: at(2), endedAt: at(3), outcome: 'sent' }] })).toEqual([
      'mail-sent',
      'rendered',
      'issued',
    ]);
  });

  it('has every attempt to mail it, with what the server said', () => {
    const entries = timelineOf(
      sources({
        attempts: [
          { startedAt: at(2), endedAt: at(2), outcome: 'deferred', answer: '451 later' },
          { startedAt: at(3), endedAt: at(3), outcome: 'refused', answer: '550 no' },
        ],
      }),
    );
    expect(entries.slice(0, 2)).toMatchObject([
      { what: 'mail-refused', reason: '550 no' },
      { what: 'mail-deferred', reason: '451 later' },
    ]);
  });

  it('says of an attempt whose process died that its outcome is not known, and nothing of one that runs', () => {
    expect(whats({ attempts: [{ startedAt: at(2) }] })).toContain('mail-unknown');
    expect(whats({ attempts: [{ startedAt: at(58) }] })).toEqual(['rendered', 'issued']);
  });

  it('names who revoked it and why', () => {
    const [newest] = timelineOf(
      sources({
        certificate: { issuedAt: at(0), renderedAt: at(1), revokedAt: at(9), revocationReason: 'Copied' },
        audit: [{ action: 'revoked', actor: 'Ada Moreno', at: at(9), reason: 'Copied' }],
      }),
    );
    expect(newest).toEqual({ what: 'revoked', at: at(9), actor: 'Ada Moreno', reason: 'Copied' });
  });

  it('begins with the correction where the certificate is one', () => {
    const audit = [{ action: 'corrected', actor: 'Ada Moreno', at: at(0), reason: 'Name' }];
    expect(whats({ audit })).toEqual(['rendered', 'corrects']);
  });

  it('does not claim that a certificate was rendered whose recipient left before', () => {
    expect(whats({ wasRendered: false })).toEqual(['issued']);
  });
});
