import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

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

  it('cover what these figures can tell of (P13)', () => {
    expect(rules.map(({ alert }) => alert)).toEqual(
      expect.arrayContaining([
        'LuminoOldestJobWaits',
        'LuminoDeadLetters',
        'LuminoNoWorker',
        'LuminoMailFails',
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

  it('name no figure that a real scrape has not', async () => {
    const text = await (await fetch(`http://127.0.0.1:${process.env.MONITORING_PORT}/metrics`)).text();
    const known = new Set([...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name).concat('up'));
    const named = rules.flatMap(({ expr }) => expr.match(/\b(lumino_\w+|up)\b/g) ?? []);
    expect(named.length).toBeGreaterThanOrEqual(rules.length);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});
