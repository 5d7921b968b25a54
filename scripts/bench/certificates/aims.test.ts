import type { Measurement } from '../measurement.ts';
import { aimsOf } from './aims.ts';

const measured = (medianMs: number, more: Partial<Measurement> = {}): Measurement => ({
  ...{ count: 100, medianMs, p95Ms: medianMs, wallMs: medianMs * 100, cpuMs: medianMs },
  ...{ peakMegabytes: 100, bytes: 20_000, memory: [] },
  ...more,
});
const outcome = (results: Parameters<typeof aimsOf>[0], aim: string) =>
  aimsOf(results).find((one) => one.aim.includes(aim));

describe('the aims under the table', () => {
  it('compare medians of the same run', () => {
    const results = { 'ours-bulk': measured(2), 'ours-one-off': measured(7), typst: measured(2.5) };
    expect(outcome(results, 'no slower than Typst')).toMatchObject({ isMet: true, found: '0.80 ×' });
    expect(outcome(results, '3 × Typst')).toMatchObject({ isMet: true, found: '2.80 ×' });
    expect(outcome({ ...results, typst: measured(2) }, '3 × Typst')).toMatchObject({ isMet: false });
  });

  it('take the slower one of ours where both are meant', () => {
    const results = { 'ours-bulk': measured(2), 'ours-one-off': measured(7) };
    expect(outcome({ ...results, weasyprint: measured(69) }, 'WeasyPrint')).toMatchObject({ isMet: false });
    expect(outcome({ ...results, weasyprint: measured(70) }, 'WeasyPrint')).toMatchObject({ isMet: true });
  });

  it('compare two threads with one by what both get done', () => {
    const two = measured(1, { wallMs: 100 });
    const aim = (wallMs: number) =>
      outcome({ 'ours-bulk': measured(2, { wallMs }), 'ours-two-threads': two }, 'two threads');
    expect(aim(171)).toMatchObject({ isMet: true, found: '1.71 ×' });
    expect(aim(169)).toMatchObject({ isMet: false });
  });

  it('call memory flat that grows by no more than a tenth after the first fifth', () => {
    const memoryOf = (end: number) =>
      Array.from({ length: 100 }, (_, at) => ({ done: at + 1, megabytes: at < 50 ? 200 : end }));
    const aim = (end: number) => outcome({ 'ours-bulk': measured(2, { memory: memoryOf(end) }) }, 'flat');
    expect(aim(219)).toMatchObject({ isMet: true });
    expect(aim(221)).toMatchObject({ isMet: false, found: '200 MB at 20, 221 MB at 100' });
  });

  it('say that something was not measured, and not that it was met', () => {
    for (const { isMet } of aimsOf({})) expect(isMet).toBeNull();
  });
});
