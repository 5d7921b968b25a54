import { loadEnvironment } from './environment/load.ts';
import { readPeople } from './demo/people.ts';
import { main, Problem } from './problem.ts';

const DEADLINE_MS = 60_000;

/**
 * Sends one demo student the whole way, as the site would: signs in, asks for the grade certificate, waits for the mail.
 * Asking again answers the same certificate, so it may run at every start. Prints one line of JSON.
 */
await main(async () => {
  const { CMS_URL, SITE_URL } = loadEnvironment();
  const people = readPeople();
  const call = async (method: string, path: string, token?: string, body?: unknown) => {
    const response = await fetch(`${CMS_URL}/api${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok)
      throw new Problem(`${method} ${path} answered ${response.status}.`, 'See .data/logs/cms.log.');
    return response.status === 204 ? null : ((await response.json()) as any);
  };

  const { token } = await call('POST', '/sessions', undefined, {
    identifier: people.showcase.graduate.username,
    password: people.password,
  }).catch(() => ({ token: null }));
  // Not the demo's data, or the demo's student has changed their password: there is nothing to show.
  if (!token) return console.log(JSON.stringify({ verifyUrl: null }));
  const issued = await call('POST', '/certificates/requests', token, { kind: 'grade', language: 'en' }).catch(
    () => null,
  );
  // Not eligible any more: somebody has changed the demo's marks.
  if (!issued) return console.log(JSON.stringify({ verifyUrl: null }));
  const { id } = issued;
  const until = Date.now() + DEADLINE_MS;
  for (;;) {
    const { certificates } = await call('GET', '/certificates/mine', token);
    const certificate = certificates.find((one: { id: string }) => one.id === id);
    if (certificate?.stage === 'delivered') {
      await call('DELETE', '/sessions/current', token);
      return console.log(JSON.stringify({ verifyUrl: `${SITE_URL}/verify/${certificate.verificationCode}` }));
    }
    if (Date.now() > until)
      throw new Problem(
        'The first certificate is still not in the inbox after a minute.',
        'See .data/logs/worker.log and .data/logs/inbox.log.',
      );
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
});
