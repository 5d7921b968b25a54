import { answers, COMPLAINT, startApp, startWorker } from './processes.ts';
import { newSurroundings } from './surroundings.ts';

jest.setTimeout(180_000);
const APP = process.env.PACKED_APP as string;

it('without a source application and worker start, and say nothing of errors', async () => {
  const env = { ...(await newSurroundings(APP)), WITHOUT_SOURCE: 'yes' };
  const app = startApp(APP, env);
  await app.until('the application answers', answers(env));
  const worker = startWorker(APP, env);
  await worker.until('the worker is ready', () => worker.said().includes('worker ready'));
  expect([await worker.stop(), await app.stop()]).toEqual([0, 0]);
  expect(app.said() + worker.said()).not.toMatch(COMPLAINT);
});

it.each([
  ['a value that is not allowed', { accent: 'green' }, ['issuer.accent', '/^#[0-9a-f]{6}$/i', '"green"']],
  ['an option that there is not', { colour: '#00ff00' }, ['issuer.colour', 'logoPath', '#00ff00']],
])('%s stops the start; plugin, key, allowed and received are named', async (_, issuer, named) => {
  const app = startApp(APP, { ...(await newSurroundings(APP)), ISSUER: JSON.stringify(issuer) });
  expect(await app.ended).not.toBe(0);
  for (const words of ['certificates', ...named]) expect(app.said()).toContain(words);
});
