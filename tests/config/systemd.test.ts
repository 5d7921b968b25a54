import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { THRESHOLDS } from '../../plugins/monitoring/server/src/status/thresholds.ts';
import { HEAP_LIMITS } from '../../scripts/launcher/process-commands.ts';
import { CONFIG, renderUnits } from '../ops/render.ts';
import { itWith, run } from './tools.ts';

/** Processes that serve, and what timers start. */
const KINDS = ['cms', 'site', 'worker'];
const BY_TIMER = ['backup', 'drill'];
/** Of 100: what systemd still calls "OK" begins at 20. */
const EXPOSED_AT_MOST = 15;
const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-units-'));
const home = path.join(folder, 'home');
const units = path.join(folder, 'units');
const unitOf = (kind: string) =>
  path.join(units, BY_TIMER.includes(kind) ? `lumino-${kind}.service` : `lumino-${kind}@blue-1.service`);
const sourceOf = (name: string) => readFileSync(path.join(CONFIG, 'systemd', name), 'utf8');

beforeAll(() => {
  const slot = path.join(home, 'slots', 'blue-1');
  mkdirSync(path.join(slot, 'node_modules', '.bin'), { recursive: true });
  copyFileSync(process.execPath, path.join(slot, 'node_modules', '.bin', 'node'));
  writeFileSync(`${slot}.env`, '');
  symlinkSync(slot, path.join(home, 'current'));
  renderUnits(units, home);
  for (const kind of KINDS) copyFileSync(path.join(units, `lumino-${kind}@.service`), unitOf(kind));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('every unit is looked at here', () => {
  const names = readdirSync(path.join(CONFIG, 'systemd')).sort();
  expect(names).toEqual(
    [
      ...KINDS.map((kind) => `lumino-${kind}@.service`),
      ...BY_TIMER.flatMap((kind) => [`lumino-${kind}.service`, `lumino-${kind}.timer`]),
      'lumino.target',
    ].sort(),
  );
});

describe.each([...KINDS, ...BY_TIMER])('the unit of %s', (kind) => {
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
});

describe.each(KINDS)('the process of %s', (kind) => {
  it('comes back after a failure, and is ended when it hangs', () => {
    const text = sourceOf(`lumino-${kind}@.service`);
    expect(text).toMatch(/^Restart=on-failure$/m);
    expect(text).toMatch(/^WatchdogSec=\d+$/m);
    expect(text).toMatch(/^NotifyAccess=all$/m);
    // By its whole address: threads are given it as well, and start in the folder of the cms.
    expect(text).toContain('--import /srv/lumino/slots/%i/scripts/service/watchdog.ts');
  });
});

describe.each(BY_TIMER)('the timer of %s', (kind) => {
  itWith(['systemd-analyze'])('is understood by systemd', () => {
    const { code, said } = run('systemd-analyze', [
      ...['verify', '--man=no', path.join(units, `lumino-${kind}.timer`)],
    ]);
    expect(said.split('\n').filter((line) => line.includes('lumino-'))).toEqual([]);
    expect(code).toBe(0);
  });

  itWith(['systemd-analyze'])('comes before its alert, though one is late', () => {
    const timer = sourceOf(`lumino-${kind}.timer`);
    const calendar = /^OnCalendar=(.*)$/m.exec(timer)?.[1] ?? '';
    const { said } = run('systemd-analyze', ['calendar', '--iterations=2', calendar], {
      TZ: 'UTC',
      LC_ALL: 'C',
    });
    const [first = NaN, second = NaN] = [
      ...said.matchAll(/(?:Next elapse|Iter\. #2): \w+ (\S+) (\S+) UTC/g),
    ].map(([, day, time]) => Date.parse(`${day}T${time}Z`));
    const { backupAgeSeconds, drillAgeSeconds } = THRESHOLDS;
    const patience = kind === 'backup' ? backupAgeSeconds : drillAgeSeconds;
    expect(second - first).toBeGreaterThan(0);
    expect((second - first) / 1000 + 3600).toBeLessThan(patience);
    expect(timer).toMatch(/^Persistent=true$/m);
  });

  it('starts nothing before there is a release, and yields to everybody', () => {
    expect(sourceOf(`lumino-${kind}.service`)).toContain(
      'ConditionPathExists=/srv/lumino/current/release.json',
    );
    expect(sourceOf(`lumino-${kind}.service`)).toMatch(/^IOSchedulingClass=idle$/m);
  });

  it('is enabled by set-up.sh', () => {
    const setUp = readFileSync(path.join(CONFIG, 'debian', 'set-up.sh'), 'utf8');
    const enabling = setUp.split('\n').find((line) => /systemctl enable .*--now .*\.timer/.test(line));
    expect(enabling).toContain(`"$NAME-${kind}.timer"`);
  });
});

it('the worker yields to readers', () => {
  const weightOf = (kind: string) =>
    Number(/^CPUWeight=(\d+)$/m.exec(readFileSync(unitOf(kind), 'utf8'))?.[1]);
  expect(weightOf('worker')).toBeLessThan(weightOf('cms'));
  expect(weightOf('cms')).toBeLessThan(weightOf('site'));
});

it.each(Object.entries(HEAP_LIMITS))(
  'the %s has the same limits of memory as under `npm start`',
  (kind, flags) => {
    expect(readFileSync(unitOf(kind), 'utf8')).toContain(` ${flags.join(' ')} `);
    const dockerfile = readFileSync(path.join(CONFIG, 'docker', 'Dockerfile'), 'utf8');
    expect(dockerfile).toContain(
      `CMD ["node", ${flags.map((flag) => `"${flag}"`).join(', ')}, "scripts/${kind}.ts"]`,
    );
  },
);
