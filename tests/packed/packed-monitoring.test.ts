import { freePort } from '../../scripts/testing/free-port.ts';
import { answers, COMPLAINT, startApp, type Environment } from './processes.ts';
import { newSurroundings } from './surroundings.ts';

jest.setTimeout(180_000);
const APP = process.env.PACKED_APP as string;

it('an application of somebody else has health on its own port, and metrics beside it', async () => {
  const env: Environment = { ...(await newSurroundings(APP)), MONITORING_PORT: await freePort() };
  const app = startApp(APP, env);
  try {
    await app.until('the application answers', answers(env));
    for (const port of [env.PORT, env.MONITORING_PORT]) {
      const ready = await fetch(`http://127.0.0.1:${port}/_health/ready`);
      expect([ready.status, await ready.json()]).toMatchObject([
        200,
        { ready: true, checks: { database: 'ok' } },
      ]);
    }
    const metrics = await fetch(`http://127.0.0.1:${env.MONITORING_PORT}/metrics`);
    expect(await metrics.text()).toMatch(/^nodejs_heap_size_used_bytes \d/m);
    expect((await fetch(`http://127.0.0.1:${env.PORT}/metrics`)).status).toBe(404);
  } finally {
    expect(await app.stop()).toBe(0);
  }
  expect(app.said()).not.toMatch(COMPLAINT);
});

it('a port that is none stops its start; plugin, key, allowed and received are named', async () => {
  const app = startApp(APP, { ...(await newSurroundings(APP)), MONITORING_PORT: '70000' });
  expect(await app.ended).not.toBe(0);
  for (const words of ['monitoring', '"port"', 'a whole number from 1 to 65535', '70000'])
    expect(app.said()).toContain(words);
});
