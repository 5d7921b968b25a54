import path from 'node:path';
import { CONFIG } from '../ops/render.ts';
import { itWith, run } from './tools.ts';

itWith(['promtool'])('Prometheus understands its configuration and the rules of alerts', () => {
  const { code, said } = run('promtool', [
    ...['check', 'config', path.join(CONFIG, 'prometheus', 'prometheus.yml')],
  ]);
  expect(said).toMatch(/\d+ rules found/);
  expect(code).toBe(0);
});
