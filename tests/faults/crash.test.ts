import { addFaultRow } from './fault-table.ts';
import { openCrashScene, WHOLE, type CrashScene } from './crash-scene.ts';
import { startIssuer, type Running } from './processes.ts';

// Every case starts a process of Strapi or two, on a machine that may be busy.
jest.setTimeout(300_000);

let scene: CrashScene;

beforeAll(async () => {
  scene = await openCrashScene('lumino_crash');
});
afterEach(() => {
  scene.moments = {};
});
afterAll(() => scene?.close());

function report(moment: string, { copies, recoveryMs }: { copies: number; recoveryMs: number }): void {
  addFaultRow({
    test: `P1 ${moment}`,
    kills: 1,
    jobs: 1,
    lost: copies === 0 ? 1 : 0,
    twice: copies > 1 ? 1 : 0,
    recoveryMs: [recoveryMs],
  });
}

describe('SIGKILL at every step on the way of a certificate (P1)', () => {
  it.each([
    ['K1', 'before the request commits', 0],
    ['K2', 'after the commit, before the answer', 1],
  ])('%s %s', async (moment, _, there) => {
    const [recipientKey = ''] = await scene.issuer.enrol([`crash-${moment.toLowerCase()}`]);
    const dying = await startIssuer(scene.name, scene.killing(moment));
    await expect(dying.issue(recipientKey, Date.now())).rejects.toThrow('ended');
    const since = Date.now();
    expect(await scene.certificatesOf(recipientKey)).toHaveLength(there);
    // Who had no answer asks again.
    await scene.issuer.issue(recipientKey, Date.now());
    const end = await scene.recover(recipientKey, since);
    expect(end).toMatchObject({ ...WHOLE, copies: 1 });
    report(moment, end);
  });

  it.each([
    ['K3', 'the job is fetched'],
    ['K4', 'in the middle of rendering'],
    ['K5', 'rendered, not stored'],
    ['K6', 'half of the file is written'],
    ['K7', 'stored, not noted'],
    ['K8 before', 'noted with its mail, not committed'],
    ['K8 after', 'noted with its mail, committed'],
    ['K9', 'the mail’s job is fetched'],
    ['K14', 'sent and noted, the job not completed'],
  ])('%s %s: one certificate, one file, one mail', async (moment) => {
    const { recipientKey, since } = await scene.killWorker(
      `crash-${moment.replace(' ', '-').toLowerCase()}`,
      scene.killing(moment),
    );
    const end = await scene.recover(recipientKey, since);
    expect(end).toMatchObject({ ...WHOLE, copies: 1 });
    report(moment, end);
  });

  it.each([
    ['K10', 'the server has taken the recipient', 'recipient', 1],
    ['K11', 'in the middle of the mail', 'content', 1],
    ['K12', 'after the final dot, before the server’s answer', 'dot', 2],
  ] as const)('%s %s: one mail, or two of one Message-ID after the dot', async (moment, _, at, most) => {
    let worker: Running | null = null;
    scene.moments = {
      [at]: () => {
        worker?.kill();
        worker = null;
      },
    };
    const { recipientKey, since } = await scene.killWorker(
      `crash-${moment.toLowerCase()}`,
      scene.settings,
      (started) => (worker = started),
    );
    scene.moments = {};
    const end = await scene.recover(recipientKey, since);
    expect(end).toMatchObject(WHOLE);
    expect(end.copies).toBeGreaterThanOrEqual(1);
    expect(end.copies).toBeLessThanOrEqual(most);
    report(moment, end);
  });

  it('K13 after the server’s answer, before it is noted: one mail, or two of one Message-ID', async () => {
    const { recipientKey, since } = await scene.killWorker('crash-k13', scene.killing('K13'));
    const end = await scene.recover(recipientKey, since);
    expect(end).toMatchObject(WHOLE);
    expect(end.copies).toBeLessThanOrEqual(2);
    report('K13', end);
  });

  it('K15 while it comes to its end after SIGTERM: one mail, or two of one Message-ID', async () => {
    let worker: Running | null = null;
    scene.moments = {
      recipient() {
        worker?.term();
        const dying = worker;
        setTimeout(() => dying?.kill(), 200);
        worker = null;
      },
    };
    await scene.sink.become('slow');
    const { recipientKey, since } = await scene.killWorker(
      'crash-k15',
      scene.settings,
      (started) => (worker = started),
    );
    await scene.sink.become('takes');
    scene.moments = {};
    const end = await scene.recover(recipientKey, since);
    expect(end).toMatchObject({ ...WHOLE, copies: 1 });
    report('K15', end);
  });
});
