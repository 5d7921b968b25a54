import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runQuietly } from './run-quietly.ts';

const cwd = mkdtempSync(path.join(os.tmpdir(), 'lumino-quietly-'));
const log = path.join(cwd, 'logs', 'run.log');
const stop = new AbortController();
const quietly = (program: string, code: string) =>
  runQuietly(program, ['-e', code], { what: 'Trying', cwd, log, signal: stop.signal });

beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => undefined));
afterAll(() => rmSync(cwd, { recursive: true }));

describe('a program that is run quietly', () => {
  it('leaves its words in the log', async () => {
    await quietly(process.execPath, 'console.log("said")');
    expect(readFileSync(log, 'utf8')).toBe('said\n');
  });

  it('that fails is told with its last words', async () => {
    await expect(quietly(process.execPath, 'console.error("why"); process.exit(3)')).rejects.toThrow(
      /Trying failed:\s+why/,
    );
  });

  it('that is not there is told', async () => {
    await expect(quietly('no-such-program', '')).rejects.toThrow(/Trying failed:[^]+ENOENT/);
  });

  it('that is stopped has ended when that is told', async () => {
    const ready = path.join(cwd, 'ready');
    const timer = setInterval(() => existsSync(ready) && stop.abort(), 20);
    const lastWords = `
      process.on('SIGTERM', () => { console.log('ended'); process.exit(); });
      setInterval(() => {}, 50);
      require('node:fs').writeFileSync('ready', '');`;
    await expect(quietly(process.execPath, lastWords)).rejects.toThrow('Trying was interrupted');
    clearInterval(timer);
    expect(readFileSync(log, 'utf8')).toContain('ended');
  });
});
