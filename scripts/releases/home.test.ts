import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { homeOf, linked, readServing, releasesOf, relink, writeServing, type Home } from './home.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { publishAssets } from './publish-assets.ts';
import type { ReleaseSettings } from './settings.ts';
import { fillSlots, slotsOf, unitOf } from './slots.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
let home: Home;
beforeEach(() => {
  home = homeOf(mkdtempSync(path.join(os.tmpdir(), 'lumino-home-')));
});
afterEach(() => rmSync(home.root, { recursive: true, force: true }));

function release(id: string, assets: Record<string, string> = {}): string {
  const folder = path.join(home.releases, id);
  mkdirSync(path.join(folder, 'site', 'dist', 'client', '_astro'), { recursive: true });
  for (const [name, text] of Object.entries(assets))
    writeFileSync(path.join(folder, 'site', 'dist', 'client', '_astro', name), text);
  writeFileSync(path.join(folder, 'release.json'), '{}');
  return id;
}
const settings = (processes: number) =>
  ({
    home,
    DEPLOY_PROCESSES: processes,
    CMS_PORT: 1337,
    SITE_PORT: 4321,
    MONITORING_PORT: 9500,
    WORKER_MONITORING_PORT: 9540,
  }) as ReleaseSettings;

it('points a link elsewhere, relatively, so that the home can be moved', () => {
  for (const id of ['one', 'two']) relink(home.current, path.join(home.releases, release(id)));
  expect(readlinkSync(home.current)).toBe('releases/two');
  expect([linked(home.current), linked(home.previous)]).toEqual(['two', null]);
});

it('knows complete releases alone, oldest first', () => {
  for (const id of ['20260102', '20260101']) release(id);
  mkdirSync(path.join(home.releases, '20260103.partial'));
  expect(releasesOf(home)).toEqual(['20260101', '20260102']);
});

it('remembers what serves', () => {
  expect(readServing(home)).toBeNull();
  const serving = { release: 'one', colour: 'blue' as const, slots: ['blue-1'], since: 'now' };
  writeServing(home, serving);
  expect(readServing(home)).toEqual(serving);
});

it('tells each process which release it runs and where, and the site which cms are of its own release', () => {
  release('one');
  const blue = slotsOf(settings(2), 'blue');
  const green = slotsOf(settings(2), 'green');
  const ports = [...blue, ...green].flatMap(({ cms, site, cmsMonitoring, workerMonitoring }) => [
    ...[cms, site, cmsMonitoring, workerMonitoring],
  ]);
  expect(new Set(ports).size).toBe(16);
  fillSlots(settings(2), green, 'one');
  expect(linked(path.join(home.slots, 'green-2'))).toBe('one');
  expect(readFileSync(path.join(home.slots, 'green-2.env'), 'utf8')).toContain(
    'CMS_URL=http://127.0.0.1:1347,http://127.0.0.1:1348\n',
  );
  expect(unitOf(settings(1), 'cms', 'green-2')).toBe(`${home.name}-cms@green-2.service`);
});

it('keeps files of earlier releases for pages that are open, and lets go of what none has had for a month', () => {
  const now = new Date();
  publishAssets(home, release('one', { 'old.11111111.js': 'old()' }), now);
  publishAssets(home, release('two', { 'new.22222222.js': 'new_()' }), now);
  const asset = (name: string) => path.join(home.shared, 'assets', '_astro', name);
  expect([asset('old.11111111.js'), asset('new.22222222.js')].map(existsSync)).toEqual([true, true]);
  expect(gunzipSync(readFileSync(asset('new.22222222.js.gz'))).toString()).toBe('new_()');

  const monthAgo = new Date(now.getTime() - 31 * DAY_MS);
  for (const name of ['old.11111111.js', 'old.11111111.js.gz', 'new.22222222.js'])
    utimesSync(asset(name), monthAgo, monthAgo);
  relink(home.current, path.join(home.releases, 'two'));
  publishAssets(home, release('three'), now);
  expect([asset('old.11111111.js'), asset('new.22222222.js')].map(existsSync)).toEqual([false, true]);
});

it('lets one change releases at a time, and the next one where that one was killed', async () => {
  const order: string[] = [];
  await oneAtATime(home, async () => {
    await expect(oneAtATime(home, async () => order.push('second'))).rejects.toThrow('Somebody else');
    order.push('first');
  });
  writeFileSync(path.join(home.root, 'deploy.lock'), JSON.stringify({ pid: 2 ** 22 - 1, started: '1' }));
  await oneAtATime(home, async () => order.push('after'));
  expect(order).toEqual(['first', 'after']);
});
