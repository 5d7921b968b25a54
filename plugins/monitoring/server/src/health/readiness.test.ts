import { createReadiness } from './readiness';

const quick = { deadlineMs: 20, keepMs: 0 };

describe('readiness', () => {
  it('is given when every check is well', async () => {
    const readiness = createReadiness(() => {}, quick);
    readiness.add('database', async () => 1);
    readiness.add('queue', async () => []);
    expect(await readiness.report()).toEqual({ ready: true, checks: { database: 'ok', queue: 'ok' } });
  });

  it('names what fails and what hangs, and nothing of why', async () => {
    const readiness = createReadiness(() => {}, quick);
    readiness.add('database', () =>
      Promise.reject(new Error('password authentication failed for user "lumino" at 10.0.0.7')),
    );
    readiness.add('queue', () => new Promise(() => {}));
    readiness.add('clock', async () => {});
    expect(await readiness.report()).toEqual({
      ready: false,
      checks: { database: 'failed', queue: 'timeout', clock: 'ok' },
    });
  });

  it('ends at once when the process is told to end, and asks nothing more', async () => {
    let asked = 0;
    const readiness = createReadiness(() => {}, quick);
    readiness.add('database', async () => ++asked);
    expect((await readiness.report()).ready).toBe(true);
    readiness.stop();
    expect(await readiness.report()).toEqual({ ready: false, checks: { process: 'stopping' } });
    expect(asked).toBe(1);
  });

  it('is not given by a check that was under way when the process was told to end', async () => {
    const readiness = createReadiness(() => {}, quick);
    readiness.add('database', async () => {});
    const report = readiness.report();
    readiness.stop();
    expect(await report).toEqual({ ready: false, checks: { database: 'ok', process: 'stopping' } });
  });

  it('writes to the log when a check changes, with a code and no message', async () => {
    const lines: string[] = [];
    const readiness = createReadiness((line) => lines.push(line), quick);
    let broken = true;
    readiness.add('database', async () => {
      if (broken) throw Object.assign(new Error('connect to 10.0.0.7 as lumino'), { code: 'ECONNREFUSED' });
    });
    await readiness.report();
    await readiness.report();
    broken = false;
    await readiness.report();
    expect(lines).toEqual(['the check "database" is failed (ECONNREFUSED)', 'the check "database" is ok']);
  });

  it('has each check once', () => {
    const readiness = createReadiness(() => {});
    readiness.add('database', async () => {});
    expect(() => readiness.add('database', async () => {})).toThrow('"database" is declared twice');
  });
});
