import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ada, certificateOf, OWN } from './administration.ts';
import { sql, until } from './cms.ts';

interface Received {
  header: string | undefined;
  body: Record<string, unknown>;
}
const received: Received[] = [];
let receiver: Server;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += chunk));
    request.on('end', () => {
      received.push({ header: request.headers['x-strapi-event'] as string, body: JSON.parse(text) });
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const events = ['issue', 'render', 'deliver', 'revoke'].map((name) => `certificate.${name}`);
  // Below Strapi's API, which tells its own process alone: neither process that runs knows of it yet.
  await sql(
    "insert into strapi_webhooks (name, url, headers, events, enabled) values ('test', $1, '{}', $2, true)",
    [`http://127.0.0.1:${(receiver.address() as AddressInfo).port}`, JSON.stringify(events)],
  );
  await new Promise((resolve) => setTimeout(resolve, 2_500));
});
afterAll(async () => {
  await sql("delete from strapi_webhooks where name = 'test'");
  receiver.close();
});

const namesOf = (id: string) =>
  received.filter(({ body }) => body.certificateId === id).map(({ body }) => body.event as string);

describe('webhooks of certificates (P14)', () => {
  it('are called for issue, drawing, mail and revocation, whichever process does it', async () => {
    const { id } = await certificateOf('hooked');
    await until('three were called', async () => namesOf(id).length === 3);
    expect(namesOf(id).sort()).toEqual(['certificate.deliver', 'certificate.issue', 'certificate.render']);
    expect((await ada('post', `/issued/${id}/revocation`, { reason: 'It was a test' })).status).toBe(204);
    await until('the revocation was told', async () => namesOf(id).includes('certificate.revoke'));
  });

  it('carry ids and nothing of a person', () => {
    expect(received.length).toBeGreaterThan(0);
    for (const { header, body } of received) {
      expect(Object.keys(body).sort()).toEqual(
        ['certificateId', 'createdAt', 'event', 'kind', 'source', 'subject'].sort(),
      );
      expect(header).toBe(body.event);
    }
    expect(received.map(({ body }) => body.subject)).toContain(OWN);
  });

  it('stop once the webhook is gone', async () => {
    await sql("delete from strapi_webhooks where name = 'test'");
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const { id } = await certificateOf('unhooked');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(namesOf(id)).toEqual([]);
  });
});
