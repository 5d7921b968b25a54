import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CONFIG, renderUnits } from '../ops/render.ts';
import { itWith, run } from './tools.ts';

const KINDS = ['cms', 'site', 'worker'];
/** Of 100: what systemd still calls "OK" begins at 20. */
const EXPOSED_AT_MOST = 15;
const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-units-'));
const home = path.join(folder, 'home');
const units = path.join(folder, 'units');
const unitOf = (kind: string) => path.join(units, `lumino-${kind}@blue-1.service`);

beforeAll(() => {
  const slot = path.join(home, 'slots', 'blue-1');
  mkdirSync(path.join(slot, 'node_modules', '.bin'), { recursive: true });
  copyFileSync(process.execPath, path.join(slot, 'node_modules', '.bin', 'node'));
  writeFileSync(`${slot}.env`, '');
  renderUnits(units, home);
  for (const kind of KINDS) copyFileSync(path.join(units, `lumino-${kind}@.service`), unitOf(kind));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(KINDS)('the unit of %s', (kind) => {
  const text = readFileSync(path.join(CONFIG, 'systemd', `lumino-${kind}@.service`), 'utf8');

  itWith(['systemd-analyze'])('is understood by systemd', () => {
    const { code, said } = run('systemd-analyze', ['verify', '--man=no', unitOf(kind)]);
    expect(said.split('\n').filter((line) => line.includes('lumino-'))).toEqual([]);
    expect(code).toBe(0);
  });

  itWith(['systemd-analyze'])('is exposed little', () => {
    const { code, said } = run('systemd-analyze', [
      ...['security', '--offline=yes', '--no-pager', `--threshold=${EXPOSED_AT_MOST}`, unitOf(kind)],
    ]);
    process.stdout.write(`  ${/Overall exposure level.*/.exec(said)?.[0]}\n`);
    expect(code).toBe(0);
  });

  it('comes back after a failure, and is ended when it hangs', () => {
    expect(text).toMatch(/^Restart=on-failure$/m);
    expect(text).toMatch(/^WatchdogSec=\d+$/m);
    expect(text).toMatch(/^NotifyAccess=all$/m);
    expect(text).toContain('--import ./scripts/service/watchdog.ts');
  });
});

it('the worker yields to readers', () => {
  const weightOf = (kind: string) =>
    Number(/^CPUWeight=(\d+)$/m.exec(readFileSync(unitOf(kind), 'utf8'))?.[1]);
  expect(weightOf('worker')).toBeLessThan(weightOf('cms'));
  expect(weightOf('cms')).toBeLessThan(weightOf('site'));
});

it('the worker has the same limits of memory as under `npm start`', () => {
  const flags: string[] = JSON.parse(
    readFileSync(path.join(CONFIG, '..', 'scripts', 'launcher', 'worker-flags.json'), 'utf8'),
  );
  const started = flags.join(' ');
  expect(readFileSync(unitOf('worker'), 'utf8')).toContain(` ${started} `);
  const dockerfile = readFileSync(path.join(CONFIG, 'docker', 'Dockerfile'), 'utf8');
  expect(dockerfile).toContain(flags.map((flag) => `"${flag}"`).join(', '));
});
