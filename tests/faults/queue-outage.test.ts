import { SMTPServer } from 'smtp-server';
import { freePort } from '../../scripts/testing/free-port.ts';
import { until } from '../integration/cms.ts';
import { addFaultRow } from './fault-table.ts';
import { named, readNotes, reckon, seconds } from './queue/notes.ts';
import { deed, makeQueueDatabase, type QueueDatabase } from './queue/start-queue.ts';

jest.setTimeout(300_000);

const OURS = 'test/ours';
const USUAL = 'test/usual';
const MAILS = 10;
const tasks = {
  [OURS]: {},
  // What pg-boss does unless it is told otherwise: two retries, at once.
  [USUAL]: { policy: { retryLimit: 2, retryDelay: 0, retryBackoff: false, retryDelayMax: null } },
};

describe('a mail server that is away for a minute (P2, P4)', () => {
  let database: QueueDatabase;
  let server: SMTPServer | null = null;
  beforeAll(async () => {
    database = await makeQueueDatabase('lumino_queue_outage');
  });
  afterAll(async () => {
    await new Promise<void>((resolve) => (server ? server.close(resolve) : resolve()));
    await database?.close();
  });

  it('costs nothing with our policy, and every mail with the usual one', async () => {
    const port = Number(await freePort());
    const [ours, usual] = [named('ours', MAILS), named('usual', MAILS)];
    const enqueuer = await database.start({ tasks });
    await database.start({ work: true, tasks });
    for (const note of ours) await enqueuer.call('enqueue', OURS, { ...deed(note, 'greet'), port });
    for (const note of usual) await enqueuer.call('enqueue', USUAL, { ...deed(note, 'greet'), port });
    await seconds(60);
    server = new SMTPServer({ disabledCommands: ['AUTH', 'STARTTLS'] });
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    const back = Date.now();

    await until('ours are done', async () => (await reckon(database, ours)).lost.length === 0, 150);
    const recoveryMs = (await readNotes(database, { what: 'ends' })).map(({ at }) => at.getTime() - back);
    expect(await reckon(database, ours)).toEqual({ lost: [], twice: [] });
    expect((await reckon(database, usual)).lost).toEqual(usual);
    expect(await enqueuer.call('deadLetters')).toHaveLength(MAILS);
    addFaultRow({
      ...{ test: 'P2: no mail server for a minute', kills: 0, jobs: MAILS, lost: 0, twice: 0 },
      recoveryMs,
    });
    addFaultRow({
      ...{ test: 'P2: the same with the usual policy (control)', kills: 0, jobs: MAILS, lost: MAILS },
      twice: 0,
    });
  });
});
