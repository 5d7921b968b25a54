import { channel } from 'node:diagnostics_channel';
import { Registry } from 'prom-client';
import { countEvents } from './events';

const publish = (name: string, message: unknown) => channel(name).publish(message);

describe('what other plugins tell', () => {
  let registry: Registry;
  let stop: () => void;
  beforeEach(() => {
    registry = new Registry();
    stop = countEvents(registry);
  });
  afterEach(() => stop());

  it('is counted in seconds, by kind', async () => {
    publish('lumino:certificates:render', {
      milliseconds: 240,
      template: 'grade-certificate',
      outcome: 'drawn',
    });
    publish('lumino:deliveries:attempt', { milliseconds: 1500, outcome: 'sent' });
    publish('lumino:deliveries:attempt', { milliseconds: 20, outcome: 'deferred' });
    publish('lumino:jobs:run', { milliseconds: 2000, task: 'deliveries/send', outcome: 'done' });
    const text = await registry.metrics();
    for (const line of [
      'lumino_render_seconds_bucket{le="0.25",template="grade-certificate",outcome="drawn"} 1',
      'lumino_render_seconds_bucket{le="0.1",template="grade-certificate",outcome="drawn"} 0',
      'lumino_mail_attempts_total{outcome="sent"} 1',
      'lumino_mail_attempts_total{outcome="deferred"} 1',
      'lumino_mail_attempt_seconds_sum{outcome="sent"} 1.5',
      'lumino_job_run_seconds_sum{task="deliveries/send",outcome="done"} 2',
    ])
      expect(text).toContain(line);
  });

  it('is counted under "other" where a label would hold a person or a sentence (P14)', async () => {
    publish('lumino:deliveries:attempt', { milliseconds: 1, outcome: '550 no such user ana@example.org' });
    publish('lumino:jobs:run', { milliseconds: 1, task: 'to Ana Ruiz', outcome: 'x'.repeat(65) });
    const text = await registry.metrics();
    expect(text).toContain('lumino_mail_attempts_total{outcome="other"} 1');
    expect(text).toContain('lumino_job_run_seconds_count{task="other",outcome="other"} 1');
    expect(text).not.toMatch(/ana/i);
  });

  it.each([null, 'text', {}, { milliseconds: -1, outcome: 'sent' }, { milliseconds: NaN, outcome: 'sent' }])(
    'is left out when it has another form: %p',
    async (message) => {
      publish('lumino:deliveries:attempt', message);
      expect(await registry.metrics()).not.toMatch(/^lumino_mail_attempts_total\{/m);
    },
  );

  it('is no longer listened to after the end', () => {
    expect(channel('lumino:deliveries:attempt').hasSubscribers).toBe(true);
    stop();
    expect(channel('lumino:deliveries:attempt').hasSubscribers).toBe(false);
  });
});
