import { loadEnvironment } from '../../scripts/environment/load.ts';
import { loadStrapi } from '../../scripts/strapi/with-strapi.ts';
import { startMailSink, type Mood } from './mail-sink.ts';

/** An outage, in seconds of a clock that is moved by this script; mail, queue and database are real. */
export interface Outage {
  mood: Mood;
  seconds: number;
  mails: number;
  /** The negative control: nobody remembers that a mail may have arrived already. */
  forgetful?: boolean;
}
export interface Aftermath {
  /** Mails that the server has not, and that no person is told of. */
  lost: number;
  /** Mails that the server has, and how often the one that it has most often. */
  kept: number;
  mostCopies: number;
  /** How many mails the server has more than once. */
  twice: number;
  states: Record<string, number>;
  attempts: number;
  /** Seconds from the recovery until the last mail was sent; null where one never was. */
  recoverySeconds: number | null;
  /** Seconds from the first try to the second of the mail that was tried first. */
  firstRetrySeconds: number | null;
}

const { mood, seconds, mails, forgetful }: Outage = JSON.parse(process.argv[2] ?? '{}');
const AFTER_RECOVERY_MS = 30 * 60_000;

loadEnvironment();
const sink = await startMailSink();
const strapi = await loadStrapi();
const settings = strapi.config.get<object>('plugin::deliveries');
strapi.config.set('plugin::deliveries', {
  ...settings,
  // Real milliseconds: nobody waits for a server that says nothing as long as outside of a test.
  smtp: {
    host: '127.0.0.1',
    port: sink.port,
    ignoreTLS: true,
    connectionTimeout: 1_000,
    greetingTimeout: mood === 'hangs' ? 150 : 2_000,
    socketTimeout: 2_000,
  },
});
const ledger = strapi.plugin('deliveries').service('ledger');
const server = strapi.plugin('deliveries').service('serverState');
const table = (name: string): any => strapi.db.connection(name);

let now = Date.now();
ledger.clock.now = () => new Date(now);
await strapi.plugin('jobs').service('queue').work();

await sink.become(mood);
for (let index = 0; index < mails; index++)
  await ledger.post({
    kind: 'email',
    key: `mail-${index}`,
    to: `student-${index}@students.example`,
    language: 'en',
    content: { subject: 'Hello', text: 'Hello' },
  });

/** No job of a mail waits or runs. */
async function idle(): Promise<void> {
  for (;;) {
    const [{ n }] = await table('pgboss.job')
      .where({ name: 'deliveries/send' })
      .whereIn('state', ['created', 'retry', 'active'])
      .count('* as n');
    if (Number(n) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** From one moment at which something is due to the next. */
async function liveUntil(end: number): Promise<void> {
  await idle();
  while (now < end) {
    const { downSince, probeAt } = await server.current();
    const [{ next }] = await table('deliveries').min('next_attempt_at as next');
    if (!next) return;
    const due = downSince ? Number(probeAt) : Number(new Date(next));
    now = Math.min(Math.max(due, now + 1_000), end);
    await ledger.sweep();
    await idle();
    if (forgetful)
      await table('deliveries')
        .whereNull('sent_at')
        .update({
          unknowns: 0,
          given_up_at: null,
          next_attempt_at: new Date(now),
        });
  }
}

await liveUntil(now + seconds * 1_000);
await sink.become('takes');
const recovered = now;
await liveUntil(now + AFTER_RECOVERY_MS);

const rows: any[] = await table('deliveries').select();
const count = (of: (row: any) => unknown) => rows.filter((row: any) => of(row)).length;
const has = (row: any) => sink.kept.has(row.message_id);
const lastSent = Math.max(...rows.map((row: any) => Number(new Date(row.sent_at ?? 0))));
const starts = await table('delivery_attempts')
  .where({ delivery_key: 'mail-0' })
  .orderBy('id')
  .limit(2)
  .pluck('started_at');
const told: Aftermath = {
  lost: count((row) => !has(row) && !row.given_up_at && !row.refused_at),
  kept: count(has),
  mostCopies: Math.max(0, ...sink.kept.values()),
  twice: [...sink.kept.values()].filter((copies) => copies > 1).length,
  states: {
    sent: count((row) => row.sent_at),
    refused: count((row) => row.refused_at),
    'given-up': count((row) => row.given_up_at),
    unfinished: count((row) => row.next_attempt_at),
  },
  attempts: Number((await table('delivery_attempts').count('* as n'))[0].n),
  recoverySeconds: rows.every((row: any) => row.sent_at || row.given_up_at || row.refused_at)
    ? Math.max(0, (lastSent - recovered) / 1_000)
    : null,
  firstRetrySeconds:
    starts.length === 2 ? (Number(new Date(starts[1])) - Number(new Date(starts[0]))) / 1_000 : null,
};
console.log(`TOLD ${JSON.stringify(told)}`);
process.exit(0);
