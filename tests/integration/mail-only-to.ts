import { loadEnvironment } from '../../scripts/environment/load.ts';
import { loadStrapi } from '../../scripts/strapi/with-strapi.ts';

/**
 * `mail-only-to.ts ADDRESS …`: tries one mail to each address, as a worker would, and prints what became of them. Each waits for
 * its time, so that no other worker takes it.
 */
loadEnvironment();
const strapi = await loadStrapi();
const ledger = strapi.plugin('deliveries').service('ledger');
const DELIVERY = 'plugin::deliveries.delivery' as never;
const told = [];
for (const to of process.argv.slice(2)) {
  const key = crypto.randomUUID();
  const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString();
  await strapi.documents(DELIVERY).create({
    data: {
      ...{ key, kind: 'email', to, language: 'en', attempts: 0, unknowns: 0, priority: 0 },
      content: { subject: 'For the list', text: 'Hello.' },
      messageId: `<${key}@lumino.example>`,
      queuedAt: new Date().toISOString(),
      nextAttemptAt: tomorrow,
    } as never,
  });
  await ledger.send(key);
  const { state, lastError } = await ledger.find(key);
  told.push({ to, state, lastError });
}
console.log(`TOLD ${JSON.stringify(told)}`);
process.exit(0);
