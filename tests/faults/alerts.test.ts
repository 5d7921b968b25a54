import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { parse, stringify } from 'yaml';
import { freePort } from '../../scripts/testing/free-port.ts';
import { sql, until } from '../integration/cms.ts';
import { runVerb } from '../integration/run-verb.ts';
import { addFaultRow } from './fault-table.ts';
import { startMailSink, type MailSink } from './mail-sink.ts';
import { databaseUrl, startIssuer, startWorker, type Issuer, type Running } from './processes.ts';

jest.setTimeout(600_000);

const ROOT = path.join(__dirname, '..', '..');
const NAME = 'alerts_scene';
const DAY = 24 * 3600 * 1000;
const installed = ['prometheus', 'openssl'].every(
  (name) => spawnSync(name, [name === 'openssl' ? 'version' : '--version']).status === 0,
);

/** The rules as they are, but for how long they wait: that is proved by promtool, for hours in a moment. */
function hurried(): string {
  const rules = parse(readFileSync(path.join(ROOT, 'config', 'prometheus', 'alerts.yml'), 'utf8'));
  for (const rule of rules.groups[0].rules) if (rule.for && rule.alert !== 'LuminoNoBackup') rule.for = '3s';
  return stringify(rules);
}

/** Faults made on real processes, and the real rules in a real Prometheus that reads them. */
(installed ? describe : describe.skip)('each alert fires in its fault, and clears after it (P13)', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-alerts-'));
  const disk = path.join(folder, 'backups');
  const children: ChildProcess[] = [];
  let prometheus: string;
  let sink: MailSink;
  let worker: Running | null = null;
  let issuer: Issuer;
  let tls: Server;
  let mounted = false;
  let settings: Record<string, string>;

  const rows = async (text: string, values: unknown[] = []) => {
    const client = new Client({ connectionString: databaseUrl(NAME) });
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  const firing = async (): Promise<string[]> => {
    const { data } = await (await fetch(`${prometheus}/api/v1/alerts`)).json();
    const alerts: { state: string; labels: { alertname: string } }[] = data.alerts;
    return [
      ...new Set(alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels.alertname)),
    ].sort();
  };
  const certificateFor = (days: number) => {
    const [key, cert] = ['key', 'cert'].map((name) => path.join(folder, `${name}-${days}.pem`)) as [
      string,
      string,
    ];
    const subject = ['-subj', '/CN=localhost', '-days', String(days), '-keyout', key, '-out', cert];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject], {
      stdio: 'ignore',
    });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  };
  const note = (what: 'backup' | 'drill', at: number) =>
    rows(`insert into strapi_core_store_settings (key, value, type) values ($1, $2, 'object')`, [
      `plugin_monitoring_${what}`,
      JSON.stringify({ at: new Date(at).toISOString() }),
    ]);
  const succeeds = async (verb: string, ...args: string[]) => {
    const { code, said } = await runVerb(verb, args, {
      ...settings,
      DATABASE_URL: databaseUrl(NAME),
      BACKUP_DIR: path.join(folder, 'elsewhere'),
    });
    expect({ code, said }).toEqual({ code: 0, said: expect.any(String) });
  };
  /** Waits until the alert fires, alone but for what it brings with it; then mends, and waits until all is quiet. */
  async function fires(alert: string, mend: () => Promise<unknown>, along: string[] = []): Promise<void> {
    await until(`${alert} fires`, async () => (await firing()).includes(alert), 240);
    for (const other of await firing()) expect([alert, ...along]).toContain(other);
    const mended = Date.now();
    await mend();
    await until(`${alert} clears`, async () => (await firing()).length === 0, 120);
    addFaultRow({ test: `P13 ${alert} fires, and clears`, recoveryMs: [Date.now() - mended] });
  }

  beforeAll(async () => {
    await sql(`drop database if exists ${NAME} with (force)`);
    await sql(`create database ${NAME}`);
    sink = await startMailSink();
    tls = createServer(certificateFor(90)).listen(0, '127.0.0.1');
    await once(tls, 'listening');
    const { port } = tls.address() as { port: number };
    mkdirSync(disk);
    mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]).status === 0;
    const [cmsPort, cmsMetrics, workerMetrics, ownPort] = await Promise.all([
      freePort(),
      freePort(),
      freePort(),
      freePort(),
    ]);
    settings = {
      SMTP_PORT: String(sink.port),
      SITE_URL: `https://localhost:${port}`,
      BACKUP_DIR: disk,
      PUBLIC_DIR: path.join(folder, 'public'),
      CERTIFICATES_DIR: path.join(folder, 'certificates'),
      WORKER_MONITORING_PORT: workerMetrics,
    };
    mkdirSync(path.join(folder, 'public', 'uploads'), { recursive: true });
    issuer = await startIssuer(NAME, settings);
    const cms = spawn('strapi', ['start'], {
      cwd: path.join(ROOT, 'cms'),
      env: {
        ...process.env,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        DATABASE_URL: databaseUrl(NAME),
        ...settings,
        PORT: cmsPort,
        MONITORING_PORT: cmsMetrics,
      },
      stdio: 'ignore',
    });
    children.push(cms);
    await until(
      'the cms is ready',
      async () => (await fetch(`http://127.0.0.1:${cmsPort}/_health/ready`).catch(() => null))?.ok ?? false,
      120,
    );
    worker = await startWorker(NAME, settings);
    await note('backup', Date.now());

    writeFileSync(path.join(folder, 'alerts.yml'), hurried());
    const job = (name: string, target: string) => ({
      job_name: name,
      static_configs: [{ targets: [`127.0.0.1:${target}`] }],
    });
    writeFileSync(
      path.join(folder, 'prometheus.yml'),
      stringify({
        global: { scrape_interval: '2s', evaluation_interval: '1s' },
        rule_files: ['alerts.yml'],
        scrape_configs: [job('lumino-cms', cmsMetrics)],
      }),
    );
    prometheus = `http://127.0.0.1:${ownPort}`;
    children.push(
      spawn(
        'prometheus',
        [
          `--config.file=${path.join(folder, 'prometheus.yml')}`,
          `--storage.tsdb.path=${path.join(folder, 'tsdb')}`,
          `--web.listen-address=127.0.0.1:${ownPort}`,
        ],
        { stdio: 'ignore' },
      ),
    );
    await until('Prometheus has read', async () => {
      const answer = await fetch(`${prometheus}/api/v1/query?query=lumino_mail_down`).catch(() => null);
      return Boolean(answer?.ok && (await answer.json()).data.result.length > 0);
    });
    // Before its first look it knows of nothing, and with rules in such a hurry says so.
    await until('all is quiet', async () => (await firing()).length === 0);
  });
  afterAll(async () => {
    await worker?.stop();
    await issuer?.stop();
    for (const child of children) child.kill('SIGKILL');
    tls?.close();
    await sink?.close();
    if (mounted) spawnSync('umount', [disk]);
    rmSync(folder, { recursive: true, force: true });
    await sql(`drop database if exists ${NAME} with (force)`);
  });

  it('none fires while all is well', async () => {
    for (let second = 0; second < 15; second++) {
      expect(await firing()).toEqual([]);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    addFaultRow({ test: 'P13 none fires while all is well' });
  });

  it('the mail server takes nothing', async () => {
    await sink.become('gone');
    const [student = ''] = await issuer.enrol(['alerted']);
    await issuer.issue(student, Date.now());
    await fires('LuminoMailFails', () => sink.become('takes'));
  });

  it('a job was given up', async () => {
    await rows(
      "insert into pgboss.job (name, data, source_name) values ('dead-letters', '{}', 'deliveries/send')",
    );
    await fires('LuminoDeadLetters', () => rows("delete from pgboss.job where name = 'dead-letters'"));
  });

  it('work is on hold, and the oldest job waits for more than ten minutes', async () => {
    await rows("insert into pgboss.jobs_held (task) values ('*')");
    await until('it is held', async () => (await firing()).includes('LuminoOnHold'));
    const [student = ''] = await issuer.enrol(['waiting']);
    await issuer.issue(student, Date.now());
    await rows("update pgboss.job set start_after = now() - interval '11 minutes' where state = 'created'");
    await fires('LuminoOldestJobWaits', () => rows("delete from pgboss.jobs_held where task = '*'"), [
      'LuminoOnHold',
    ]);
  });

  it('the newest backup is older than 26 hours, until there is another one', async () => {
    await rows("update strapi_core_store_settings set value = $1 where key = 'plugin_monitoring_backup'", [
      JSON.stringify({ at: new Date(Date.now() - 1.1 * DAY).toISOString() }),
    ]);
    await fires('LuminoBackupOld', () => succeeds('backup'));
  });

  it('no backup was tried for more than eight days, until one is', async () => {
    await note('drill', Date.now() - 8.1 * DAY);
    await fires('LuminoDrillOld', () => succeeds('restore', '--drill'));
  });

  it('a disk is full', async () => {
    if (!mounted) return console.log('skipped: this machine lets nobody mount a small disk');
    const big = path.join(disk, 'big');
    writeFileSync(big, Buffer.alloc(1.95e6));
    await fires('LuminoDiskFull', async () => rmSync(big));
  });

  it('the certificate of the site’s TLS runs out', async () => {
    tls.setSecureContext(certificateFor(5));
    // What was seen is believed for a minute.
    await fires('LuminoTlsExpires', async () => tls.setSecureContext(certificateFor(90)));
  });

  it('no worker gives a sign of life for two minutes', async () => {
    worker?.kill();
    await worker?.ended;
    await fires('LuminoNoWorker', async () => (worker = await startWorker(NAME, settings)));
  });

  it('a process is away', async () => {
    const [cms] = children;
    cms?.kill('SIGSTOP');
    await fires('LuminoProcessAway', async () => cms?.kill('SIGCONT'), [
      'LuminoNoWorkerSeen',
      'LuminoQueueUnreadable',
    ]);
  });
});
