import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startS3Server, type S3Server } from '../../scripts/testing/s3-server.ts';
import { renderNginx, renderUnits } from './render.ts';
import { readUnit } from './unit-file.ts';

export const ROOT = path.join(__dirname, '..', '..');
const NODE = path.join(ROOT, 'node_modules', '.bin', 'node');
export const BUCKETS = {
  media: 'lumino-media',
  certificates: 'lumino-certificates',
  backups: 'lumino-backups',
};

export interface OneServer {
  home: string;
  origin: string;
  admin: string;
  /** The certificate, which its clients trust. */
  ca: string;
  s3: S3Server;
  /** Where nginx writes what it was asked. */
  accessLog: string;
  /** Runs a script of a checkout or release as an operator would, here. @throws with what it said where it fails */
  run(script: string, args?: string[], root?: string): Promise<string>;
  /** Runs a unit that comes to an end by itself, as its timer would. @throws with what it said where it fails */
  runUnit(name: string): Promise<string>;
  /** `systemctl`. */
  systemctl(...args: string[]): Promise<string>;
  /** The number of a unit's process; 0 where it does not run. */
  pidOf(unit: string): number;
  /** What a unit has said. */
  logOf(unit: string): string;
  stop(): Promise<void>;
}

/** Hundred ports that nobody else's run has, below those that Linux hands out. */
const firstPort = (): number => 15_000 + (process.pid % 160) * 100;

function makeCertificate(folder: string): string {
  const [certificate, key] = ['fullchain.pem', 'privkey.pem'].map((name) => path.join(folder, 'tls', name));
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
      ...['-addext', 'subjectAltName=DNS:localhost,DNS:admin.localhost'],
      ...['-keyout', key as string, '-out', certificate as string],
    ],
    { stdio: 'ignore' },
  );
  return readFileSync(certificate as string, 'utf8');
}

/** `.env` as set-up.sh would make it, of the example. */
function writeSettings(file: string, settings: Record<string, string>): void {
  const example = readFileSync(path.join(ROOT, '.env.example'), 'utf8')
    // Of a form of its own: Lumino makes it when it first runs.
    .replace('BACKUP_KEY=<random>\n', '')
    .replace(/<random>/g, () => randomBytes(32).toString('base64url'));
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  writeFileSync(file, `${example}\n${lines.join('\n')}\n`, { mode: 0o600 });
}

/**
 * One server as config/debian/set-up.sh leaves it, in a folder: its home, its units, nginx with TLS, and beside it S3 with two
 * private buckets. PostgreSQL and the mail server are those of the test run. Nothing serves yet: that is what deploy is for.
 */
export async function setUpServer(name: string): Promise<OneServer> {
  const folder = path.join(process.env.LUMINO_DATA_DIR as string, `server-${name}`);
  const [home, units, runs, edge] = ['srv/lumino', 'units', 'run', 'edge'].map((part) =>
    path.join(folder, part),
  ) as [string, string, string, string];
  for (const part of [path.join(home, 'shared', 'nginx'), path.join(home, 'shared', 'data'), runs, edge])
    mkdirSync(part, { recursive: true });
  const s3 = await startS3Server(Object.values(BUCKETS));
  const first = firstPort();
  const [https, http, status] = [first + 80, first + 81, first + 82];
  const origin = `https://localhost:${https}`;
  const admin = `https://admin.localhost:${https}`;

  renderUnits(units, home);
  const nginxFile = renderNginx({ folder: edge, home, https, http, status });
  const ca = makeCertificate(edge);
  // nginx runs as another user, which has to get in.
  for (const open of [folder, path.join(folder, 'srv'), home, edge]) chmodSync(open, 0o755);
  // Before the first release nobody listens.
  writeFileSync(
    path.join(home, 'shared', 'nginx', 'upstreams.conf'),
    'upstream lumino_site { server 127.0.0.1:1; }\nupstream lumino_cms { server 127.0.0.1:1; }\nmap $host $lumino_serving { default none; }\n',
  );
  writeSettings(path.join(home, 'shared', '.env'), {
    HOST: '127.0.0.1',
    CMS_PORT: String(first),
    SITE_PORT: String(first + 20),
    MONITORING_PORT: String(first + 40),
    WORKER_MONITORING_PORT: String(first + 60),
    SITE_URL: origin,
    CMS_PUBLIC_URL: admin,
    PROXY_HOPS: '1',
    DATABASE_URL: process.env.TEST_DATABASE_URL as string,
    DATABASE_POOL: '5',
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: process.env.SMTP_PORT as string,
    SMTP_IGNORE_TLS: 'true',
    STORAGE: 's3',
    S3_REGION: 'eu-south-2',
    S3_ENDPOINT: s3.url,
    S3_FORCE_PATH_STYLE: 'true',
    S3_ACCESS_KEY_ID: s3.credentials.accessKeyId,
    S3_SECRET_ACCESS_KEY: s3.credentials.secretAccessKey,
    S3_MEDIA_BUCKET: BUCKETS.media,
    S3_CERTIFICATES_BUCKET: BUCKETS.certificates,
    BACKUP_DIR: path.join(home, 'shared', 'backups'),
    BACKUP_S3_BUCKET: BUCKETS.backups,
    PUBLIC_DIR: path.join(home, 'shared', 'public'),
    DEPLOY_PROCESSES: '2',
    DEPLOY_FRONT: `http://127.0.0.1:${status}`,
    DEPLOY_SYSTEMCTL: `${NODE} ${path.join(ROOT, 'tests', 'ops', 'systemctl.ts')}`,
    DEPLOY_NGINX_TEST: `nginx -t -q -c ${nginxFile}`,
    DEPLOY_NGINX_RELOAD: `nginx -s reload -c ${nginxFile}`,
  });
  mkdirSync(path.join(home, 'shared', 'public', 'uploads'), { recursive: true });

  // Nothing of the test run's own settings: an operator's shell has none.
  const env = {
    PATH: `${path.dirname(NODE)}:/usr/sbin:${process.env.PATH}`,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    NODE_OPTIONS: '--disable-warning=ExperimentalWarning --disable-warning=DeprecationWarning',
    LUMINO_HOME: home,
    LUMINO_ENV_FILE: path.join(home, 'shared', '.env'),
    LUMINO_DATA_DIR: path.join(home, 'shared', 'data'),
    OPS_UNITS: units,
    OPS_RUN: runs,
  };
  const saidBy = (program: string, args: string[], cwd: string, own: NodeJS.ProcessEnv): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = spawn(program, args, { cwd, env: own });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
      child.on('close', (code) => (code === 0 ? resolve(said) : reject(new Error(said))));
    });
  const run = (script: string, args: string[] = [], root = ROOT): Promise<string> =>
    saidBy(NODE, [path.join(root, script), ...args], root, env);
  const runUnit = (name: string): Promise<string> => {
    const unit = readUnit(units, name);
    const [program = '', ...args] = unit.start;
    // systemd hands down nothing of its own environment.
    return saidBy(program, args, unit.workingDirectory, { PATH: process.env.PATH, ...unit.env });
  };
  const nginx = (...args: string[]) =>
    spawnSync('nginx', ['-c', nginxFile, ...args], { env, encoding: 'utf8' });
  const started = nginx();
  if (started.status !== 0) throw new Error(started.stderr);

  const inRun = (unit: string, suffix: string): string => {
    const file = path.join(runs, `${unit}.service.${suffix}`);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const systemctl = (...args: string[]) => run('tests/ops/systemctl.ts', args);
  return {
    ...{ home, origin, admin, ca, s3, run, runUnit, systemctl },
    accessLog: path.join(edge, 'logs', 'lumino.json.log'),
    pidOf: (unit) => (inRun(unit, 'state') === 'active' ? Number(inRun(unit, 'pid')) : 0),
    logOf: (unit) => inRun(unit, 'log'),
    async stop() {
      for (const kind of ['site', 'cms', 'worker'])
        await systemctl(
          'stop',
          ...['blue-1', 'blue-2', 'green-1', 'green-2'].map((slot) => `lumino-${kind}@${slot}.service`),
        );
      nginx('-s', 'stop');
      await s3.stop();
    },
  };
}
