import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { THRESHOLDS } from '../../plugins/monitoring/server/src/status/thresholds.ts';

const FOLDER = path.join(__dirname, '..', '..', 'config', 'prometheus');

describe('the alerts', () => {
  const read = (file: string) => parse(readFileSync(path.join(FOLDER, file), 'utf8'));
  const rules: {
    alert: string;
    expr: string;
    for?: string;
    labels: object;
    annotations: Record<string, string>;
  }[] = read('alerts.yml').groups.flatMap((group: { rules: object[] }) => group.rules);

  it('cover all that is promised (P13)', () => {
    expect(rules.map(({ alert }) => alert)).toEqual(
      expect.arrayContaining([
        'LuminoOldestJobWaits',
        'LuminoDeadLetters',
        'LuminoNoWorker',
        'LuminoMailFails',
        'LuminoBackupOld',
        'LuminoDiskFull',
        'LuminoTlsExpires',
      ]),
    );
    expect(read('prometheus.yml').rule_files).toEqual(['alerts.yml']);
  });

  it('each have a name of their own, a time that Prometheus can read, and say what to do', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { for: time, annotations, labels } of rules) {
      expect(time ?? '0s').toMatch(/^\d+[smh]$/);
      expect(labels).toHaveProperty('severity');
      expect([annotations.summary, annotations.action]).toEqual([expect.any(String), expect.any(String)]);
    }
  });

  const figuresIn = (text: string) => text.match(/\b(lumino|process|nodejs)_\w+/g) ?? [];
  let known: Set<string>;
  beforeAll(async () => {
    const text = await (await fetch(`http://127.0.0.1:${process.env.MONITORING_PORT}/metrics`)).text();
    known = new Set(
      [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', kind]) =>
        kind === 'histogram' ? ['_bucket', '_count', '_sum'].map((part) => name + part) : [name],
      ),
    );
  });

  it('name no figure that a real scrape has not', () => {
    const named = rules.flatMap(({ expr }) => figuresIn(expr));
    expect(named.length).toBeGreaterThanOrEqual(rules.length - 1);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('are drawn on a dashboard that names no figure that a real scrape has not, and every one of an alert', () => {
    const { panels } = JSON.parse(readFileSync(path.join(FOLDER, '..', 'grafana', 'lumino.json'), 'utf8'));
    const drawn: string[] = panels.flatMap(({ targets }: { targets: { expr: string }[] }) =>
      targets.flatMap(({ expr }) => figuresIn(expr)),
    );
    expect(drawn.filter((name) => !known.has(name))).toEqual([]);
    expect(rules.flatMap(({ expr }) => figuresIn(expr)).filter((name) => !drawn.includes(name))).toEqual([]);
    expect(new Set(panels.map(({ id }: { id: number }) => id)).size).toBe(panels.length);
  });

  it('come at the same limits as on the page that says the status', () => {
    const limitOf = (alert: string) => {
      const [, product = ''] =
        /[<>] ([\d.* ]+)$/.exec(rules.find((rule) => rule.alert === alert)?.expr ?? '') ?? [];
      return product.split('*').reduce((total, factor) => total * Number(factor), 1);
    };
    expect({
      oldestJobSeconds: limitOf('LuminoOldestJobWaits'),
      workerSilentSeconds: limitOf('LuminoNoWorker'),
      backupAgeSeconds: limitOf('LuminoBackupOld'),
      drillAgeSeconds: limitOf('LuminoDrillOld'),
      diskFreeRatio: limitOf('LuminoDiskFull'),
      tlsSeconds: limitOf('LuminoTlsExpires'),
    }).toEqual(THRESHOLDS);
  });

  it('have a way to somebody each, by their severity', () => {
    const { route, receivers } = read('alertmanager.yml');
    const names = receivers.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        route.receiver,
        ...route.routes.map(({ receiver }: { receiver: string }) => receiver),
      ]),
    );
    expect(route.routes).toContainEqual(
      expect.objectContaining({ matchers: ['severity="page"'], receiver: 'pager' }),
    );
    expect(new Set(rules.map(({ labels }) => (labels as { severity: string }).severity))).toEqual(
      new Set(['page', 'ticket']),
    );
  });

  const promtool = spawnSync('promtool', ['--version']).status === 0;
  (promtool ? it : it.skip)(
    'fire in their faults, not before, and clear after them, as promtool counts (P13)',
    () => {
      expect(
        execFileSync('promtool', ['check', 'rules', 'alerts.yml'], { cwd: FOLDER, encoding: 'utf8' }),
      ).toContain('SUCCESS');
      expect(
        execFileSync('promtool', ['test', 'rules', 'alerts.test.yml'], { cwd: FOLDER, encoding: 'utf8' }),
      ).toContain('SUCCESS');
    },
  );
});
