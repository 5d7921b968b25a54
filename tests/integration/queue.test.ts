import {
  deed,
  makeQueueDatabase,
  type QueueDatabase,
  type QueueProcess,
  TASK,
} from '../faults/queue/start-queue.ts';
import { until } from './cms.ts';

const OTHER = 'test/other';
const GIVES_UP = 'test/gives-up';

interface Letter {
  id: string;
  task: string;
  key: string;
  payload: { note: string };
  reason: string;
  failedAt: string;
  tries: number;
}

describe('the queue, on a database of its own (P4)', () => {
  let database: QueueDatabase;
  let enqueuer: QueueProcess;
  const tasks = {
    [TASK]: {},
    [OTHER]: {},
    [GIVES_UP]: { policy: { retryLimit: 1, retryDelay: 1, retryDelayMax: 1 } },
  };
  const waiting = (key: string) => enqueuer.call<boolean>('isLive', TASK, key);
  const notes = async (what: string, like = '%'): Promise<string[]> =>
    (
      await database.sql('select note from notes where what like $1 and note like $2 order by id', [
        what,
        like,
      ])
    ).map(({ note }) => note);

  beforeAll(async () => {
    database = await makeQueueDatabase('lumino_queue');
    enqueuer = await database.start({ tasks });
  });
  afterAll(() => database?.close());

  describe('before anybody works', () => {
    it('a rollback leaves no job (P4 a)', async () => {
      await enqueuer.call('write', TASK, deed('rolled-back'), 'rollback', 'inside');
      expect(await waiting('rolled-back')).toBe(false);
      expect(await notes('written', 'rolled-back')).toEqual([]);
    });

    it('which would stay if it were enqueued beside the transaction: the negative control of P4 a', async () => {
      await enqueuer.call('write', TASK, deed('beside'), 'rollback', 'beside');
      expect(await waiting('beside')).toBe(true);
      await enqueuer.call('cancel', TASK, 'beside');
    });

    it('a commit always leaves one, also when the process dies in the next instruction (P4 b)', async () => {
      const dying = await database.start({ tasks });
      await expect(dying.call('write', TASK, deed('committed'), 'die', 'inside')).rejects.toThrow('SIGKILL');
      expect(await notes('written', 'committed')).toEqual(['committed']);
      expect(await waiting('committed')).toBe(true);
    });

    it('which would be lost if it were enqueued after the commit: the negative control of P4 b', async () => {
      const dying = await database.start({ tasks });
      await expect(dying.call('write', TASK, deed('after'), 'die', 'after')).rejects.toThrow('SIGKILL');
      expect(await notes('written', 'after')).toEqual(['after']);
      expect(await waiting('after')).toBe(false);
    });

    it('what is cancelled while it waits is not done, and its key is free again', async () => {
      await enqueuer.call('enqueue', TASK, deed('cancelled'), { key: 'cancelled' });
      expect(await enqueuer.call('cancel', TASK, 'cancelled')).toBe(true);
      expect(await enqueuer.call('cancel', TASK, 'cancelled')).toBe(false);
      expect(await waiting('cancelled')).toBe(false);
    });

    it('a key is queued once', async () => {
      expect(await enqueuer.call('enqueue', TASK, deed('once'), { key: 'once' })).toEqual(expect.any(String));
      expect(await enqueuer.call('enqueue', TASK, deed('once'), { key: 'once' })).toBeNull();
    });

    it('depths are counted per task, with the age of the oldest one', async () => {
      await enqueuer.call('enqueue', OTHER, deed('later'), { delaySeconds: 3600 });
      const depths = await enqueuer.call<{ task: string; ready: number; delayed: number }[]>('depths');
      expect(depths.map(({ task, ready, delayed }) => [task, ready, delayed])).toEqual([
        [GIVES_UP, 0, 0],
        [OTHER, 0, 1],
        [TASK, 2, 0],
      ]);
      expect(depths[2]).toMatchObject({ active: 0, retrying: 0, dead: 0 });
      expect(depths[2]).toHaveProperty('oldestReadySeconds', expect.any(Number));
    });

    it('a task that there is not is refused, also by what would hold it', async () => {
      for (const call of ['enqueue', 'isLive', 'cancel', 'drain', 'hold', 'isHeld'])
        await expect(enqueuer.call(call, 'test/wrok', deed('x'))).rejects.toThrow(
          `unknown task "test/wrok"; known are ${GIVES_UP}, ${OTHER}, ${TASK}`,
        );
    });

    it('nobody is listed as a worker', async () => {
      expect(await enqueuer.call('workers')).toEqual([]);
    });
  });

  describe('with a worker', () => {
    let worker: QueueProcess;
    beforeAll(async () => {
      await enqueuer.call('hold', null);
      for (const [note, priority] of [
        ['bulk', -10],
        ['single', 0],
        ['password', 10],
      ] as const)
        await enqueuer.call('enqueue', TASK, deed(`p-${note}`), { priority });
      worker = await database.start({ tasks, work: true });
    });

    it('on hold nothing is fetched, whatever is enqueued', async () => {
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      expect(await notes('begins')).toEqual([]);
      expect(await enqueuer.call('isHeld')).toBe(true);
      expect(await enqueuer.call('isHeld', OTHER)).toBe(true);
    });

    it('released, it is fetched by priority: password reset, then single, then bulk (P4)', async () => {
      await enqueuer.call('release', null);
      await enqueuer.call('drain', TASK);
      expect(await notes('ends', 'p-%')).toEqual(['p-password', 'p-single', 'p-bulk']);
      expect(await notes('ends')).toEqual(expect.arrayContaining(['committed', 'once']));
      expect(await notes('begins')).not.toEqual(expect.arrayContaining(['cancelled']));
    });

    it('on hold one task waits while the other goes on', async () => {
      await enqueuer.call('hold', TASK);
      // What is fetched before the worker sees the hold is refused, and its next try is a while later.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await enqueuer.call('enqueue', TASK, deed('held'));
      await enqueuer.call('enqueue', OTHER, deed('not-held'));
      await enqueuer.call('drain', OTHER);
      expect(await notes('ends', 'not-held')).toHaveLength(1);
      expect(await notes('begins', 'held')).toEqual([]);
      expect(await enqueuer.call('isHeld', OTHER)).toBe(false);
      await enqueuer.call('release', TASK);
      await until('the held one is done', async () => (await notes('ends', 'held')).length === 1);
    });

    it('what runs and is cancelled has its signal aborted within seconds, and is not tried again', async () => {
      await enqueuer.call('enqueue', TASK, deed('running', 'wait', 60_000), { key: 'running' });
      await until('it runs', async () => (await notes('begins', 'running')).length === 1);
      const started = Date.now();
      expect(await enqueuer.call('cancel', TASK, 'running')).toBe(true);
      await until('it is aborted', async () => (await notes('aborted', 'running')).length === 1, 10);
      expect(Date.now() - started).toBeLessThan(6_000);
      expect(await waiting('running')).toBe(false);
    });

    it('what fails too often becomes a dead letter, and its task is told', async () => {
      await enqueuer.call('enqueue', GIVES_UP, deed('failing', 'throw'), { key: 'failing' });
      await until('it is told', async () => (await notes('dead:%', 'failing')).length > 0);
      const [letter] = await enqueuer.call<Letter[]>('deadLetters');
      expect(letter).toMatchObject({
        ...{ task: GIVES_UP, key: 'failing', payload: { note: 'failing' }, tries: 2 },
        reason: 'thrown by failing',
      });
      expect(await enqueuer.call('isDead', GIVES_UP, 'failing')).toBe(true);
      expect((await enqueuer.call<{ dead: number }[]>('depths'))[0]).toMatchObject({ dead: 1 });
      // The worker looks every five seconds: it is told once, and the letter stays.
      await new Promise((resolve) => setTimeout(resolve, 6_000));
      expect(await notes('dead:%', 'failing')).toHaveLength(1);
      expect(await enqueuer.call('deadLetters')).toHaveLength(1);
    });

    it('a retried letter is gone and is one new job with its payload and key, however often it is asked for', async () => {
      const [letter] = await enqueuer.call<Letter[]>('deadLetters');
      await enqueuer.call('hold', GIVES_UP);
      const answers = await Promise.all(
        [enqueuer, enqueuer, worker].map((one) => one.call('retry', letter?.id)),
      );
      expect(answers.sort()).toEqual(['retried', 'unknown', 'unknown']);
      expect(await enqueuer.call('deadLetters')).toEqual([]);
      expect(await enqueuer.call('isLive', GIVES_UP, 'failing')).toBe(true);
      await enqueuer.call('release', GIVES_UP);
      await until('it has failed again', async () => (await notes('dead:%', 'failing')).length === 2);
    });

    it('a letter whose key is live again stays where it is', async () => {
      const [letter] = await enqueuer.call<Letter[]>('deadLetters');
      await enqueuer.call('enqueue', GIVES_UP, deed('failing'), { key: 'failing', delaySeconds: 3600 });
      expect(await enqueuer.call('retry', letter?.id)).toBe('live');
      expect(await enqueuer.call('deadLetters')).toEqual([letter]);
    });

    it('a discarded letter is gone', async () => {
      const [letter] = await enqueuer.call<Letter[]>('deadLetters');
      expect(await enqueuer.call('discard', letter?.id)).toBe(true);
      expect(await enqueuer.call('discard', letter?.id)).toBe(false);
      expect(await enqueuer.call('discard', 'no id')).toBe(false);
      expect(await enqueuer.call('deadLetters')).toEqual([]);
    });

    it('letters come in pages, the newest first', async () => {
      for (const note of ['page-1', 'page-2', 'page-3'])
        await enqueuer.call('enqueue', GIVES_UP, deed(note, 'throw'));
      await until('all are told', async () => (await notes('dead:%', 'page-%')).length === 3);
      const first = await enqueuer.call<Letter[]>('deadLetters', { limit: 2 });
      const second = await enqueuer.call<Letter[]>('deadLetters', { limit: 2, after: first[1]?.id });
      const all = [...first, ...second].map(({ payload }) => payload.note);
      expect([first.length, second.length]).toEqual([2, 1]);
      expect(all.sort()).toEqual(['page-1', 'page-2', 'page-3']);
      expect(await enqueuer.call('deadLetters', { after: 'no id' })).toEqual([]);
    });

    it('the worker is listed with its process while it lives, and not after it has stopped', async () => {
      const [listed, ...others] = await enqueuer.call<{ pid: number; seenAt: string }[]>('workers');
      expect(others).toEqual([]);
      expect(listed?.pid).toBe(worker.pid);
      expect(Date.now() - new Date(listed?.seenAt as string).getTime()).toBeLessThan(20_000);
      worker.signal('SIGTERM');
      expect(await worker.ended).toBe('0');
      expect(await enqueuer.call('workers')).toEqual([]);
    });

    it('one that was killed is listed for two minutes more, and forgotten after a day', async () => {
      const killed = await database.start({ tasks, work: true });
      killed.signal('SIGKILL');
      await killed.ended;
      const age = (by: string) =>
        database.sql(`update pgboss.instance set heartbeat_on = now() - interval '${by}' where pid = $1`, [
          killed.pid,
        ]);
      await age('110 seconds');
      expect(await enqueuer.call('workers')).toMatchObject([{ pid: killed.pid }]);
      await age('130 seconds');
      expect(await enqueuer.call('workers')).toEqual([]);
      await age('25 hours');
      await database.start({ tasks, work: true });
      await until('it is forgotten', async () => {
        const rows = await database.sql('select from pgboss.instance where pid = $1', [killed.pid]);
        return rows.length === 0;
      });
    });
  });
});
