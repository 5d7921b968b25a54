import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { tellPrometheus } from '../../scripts/releases/front.ts';
import { homeOf } from '../../scripts/releases/home.ts';
import type { Slot } from '../../scripts/releases/slots.ts';
import { renderPrometheus } from '../ops/render.ts';
import { itWith, run } from './tools.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-prometheus-'));
const file = path.join(folder, 'prometheus', 'prometheus.yml');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  const home = path.join(folder, 'home');
  const slot = (at: number): Slot => ({
    ...{ name: `green-${at}`, cms: 1347 + at, site: 1367 + at },
    ...{ cmsMonitoring: 1387 + at, workerMonitoring: 1407 + at },
  });
  tellPrometheus(homeOf(home), [slot(0), slot(1)]);
  renderPrometheus(path.dirname(file), home);
});

itWith(['promtool'])('Prometheus understands its configuration and the rules of alerts', () => {
  const { code, said } = run('promtool', ['check', 'config', file]);
  expect(said).toMatch(/\d+ rules found/);
  expect(said).not.toContain('WARNING');
  expect(code).toBe(0);
});

itWith(['promtool'])(
  'Prometheus finds the processes that deploy says serve, under the names that alerts use',
  () => {
    const args = ['check', 'service-discovery', '--timeout=2s', file, 'lumino'];
    const told = execFileSync('promtool', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const found: { labels: { job: string; instance: string } }[] = JSON.parse(told);
    expect(found.map(({ labels: { job, instance } }) => [job, instance]).sort()).toEqual([
      ['lumino-cms', '127.0.0.1:1387'],
      ['lumino-cms', '127.0.0.1:1388'],
      ['lumino-worker', '127.0.0.1:1407'],
      ['lumino-worker', '127.0.0.1:1408'],
    ]);
  },
);
