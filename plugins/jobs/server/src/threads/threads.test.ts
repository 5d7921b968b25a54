import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createThreads } from './threads';

const SCRIPT = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ id, seconds }) => {
  if (seconds) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);
  parentPort.postMessage({ id, answer: 42 });
});
`;

describe('threads', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'threads-'));
  const script = path.join(folder, 'thread.js');
  beforeAll(() => writeFileSync(script, SCRIPT));
  afterAll(() => rmSync(folder, { recursive: true }));

  const started = async () => {
    const threads = createThreads({ log: { error: () => undefined } } as never);
    await threads.add('thinker', script);
    return threads;
  };

  it('answer what they are asked', async () => {
    const threads = await started();
    await expect(threads.ask('thinker', {})).resolves.toMatchObject({ answer: 42 });
    await threads.stop();
  });

  it('end when they are stopped, in the middle of an answer, too; who waits for it is told', async () => {
    const threads = await started();
    await threads.ask('thinker', {});
    const refused = expect(threads.ask('thinker', { seconds: 600 })).rejects.toThrow(
      'thread thinker: stopped',
    );
    await threads.stop();
    await refused;
  });
});
