import { Registry } from 'prom-client';
import { addMailGauges } from './mail-gauges';
import { addQueueGauges, addWorkerGauge, type Depth } from './queue-gauges';

const fresh = { keepMs: 0, deadlineMs: 20 };
const depth = (task: string, change: Partial<Depth> = {}): Depth => ({
  task,
  ready: 0,
  delayed: 0,
  active: 0,
  retrying: 0,
  dead: 0,
  oldestReadySeconds: null,
  ...change,
});

/** The lines with figures, without explanations. */
const lines = async (registry: Registry) =>
  (await registry.metrics()).split('\n').filter((line) => line && !line.startsWith('#'));

describe('the gauges of the queue (P13)', () => {
  it('say how many jobs are where, for how long the oldest waits, and how many letters are dead', async () => {
    const registry = new Registry();
    addQueueGauges(
      registry,
      async () => [
        depth('certificates/render', { ready: 3, active: 1, oldestReadySeconds: 12.5, dead: 2 }),
        depth('deliveries/send', { retrying: 4, dead: 1 }),
      ],
      fresh,
    );
    const text = await lines(registry);
    for (const line of [
      'lumino_queue_jobs{task="certificates/render",state="ready"} 3',
      'lumino_queue_jobs{task="certificates/render",state="active"} 1',
      'lumino_queue_jobs{task="deliveries/send",state="retrying"} 4',
      'lumino_queue_jobs{task="deliveries/send",state="ready"} 0',
      'lumino_queue_oldest_seconds{task="certificates/render"} 12.5',
      'lumino_queue_oldest_seconds{task="deliveries/send"} 0',
      'lumino_dead_letters 3',
    ])
      expect(text).toContain(line);
  });

  it('take one question for all of a scrape, also when many scrape', async () => {
    const registry = new Registry();
    let asked = 0;
    addQueueGauges(registry, async () => (asked++, []), { keepMs: 1000 });
    await Promise.all(Array.from({ length: 20 }, () => registry.metrics()));
    expect(asked).toBe(1);
  });

  it.each<[string, () => Promise<Depth[]>]>([
    ['fails', () => Promise.reject(new Error('gone'))],
    ['hangs', () => new Promise(() => {})],
  ])('are absent, not zero, when reading %s, also after it went well', async (_how, broken) => {
    const registry = new Registry();
    let read: () => Promise<Depth[]> = async () => [depth('a', { dead: 1 })];
    addQueueGauges(registry, () => read(), fresh);
    expect(await lines(registry)).toContain('lumino_dead_letters 1');
    read = broken;
    expect(await lines(registry)).toEqual([]);
  });

  it('lose a task that is gone', async () => {
    const registry = new Registry();
    let rows = [depth('a'), depth('b')];
    addQueueGauges(registry, async () => rows, fresh);
    expect((await lines(registry)).join()).toContain('task="b"');
    rows = [depth('a')];
    expect((await lines(registry)).join()).not.toContain('task="b"');
  });
});

describe('the sign of life of the workers (P13)', () => {
  it('is as old as the newest of them, and grows when none is left', async () => {
    const registry = new Registry();
    const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
    let workers: { seenAt: Date | string }[] = [{ seenAt: ago(90) }, { seenAt: ago(30).toISOString() }];
    addWorkerGauge(registry, async () => workers, fresh);
    const value = async () => Number((await lines(registry))[0]?.split(' ')[1]);
    expect(await value()).toBeCloseTo(30, 0);
    workers = [];
    expect(await value()).toBeGreaterThanOrEqual(30);
    workers = [{ seenAt: ago(1) }];
    expect(await value()).toBeCloseTo(1, 0);
  });

  it('is absent where no worker was ever seen', async () => {
    const registry = new Registry();
    addWorkerGauge(registry, async () => [], fresh);
    expect(await lines(registry)).toEqual([]);
  });
});

describe('the gauges of the mail', () => {
  it('say whether the server is down and how much waits, and nothing where there is no such plugin', async () => {
    const registry = new Registry();
    addMailGauges(registry, async () => ({ down: true, waiting: 7 }), fresh);
    expect(await lines(registry)).toEqual(['lumino_mail_down 1', 'lumino_mail_waiting 7']);

    const without = new Registry();
    addMailGauges(without, () => Promise.reject(new TypeError('no such plugin')), fresh);
    expect(await lines(without)).toEqual([]);
  });
});
