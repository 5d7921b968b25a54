import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Settings } from '../environment/load.ts';
import { Problem } from '../problem.ts';

const USES = {
  CMS_PORT: 'the admin',
  SITE_PORT: 'the site',
  INBOX_PORT: 'the inbox',
  SMTP_PORT: 'incoming mail',
} as const;

/** Whether nobody listens on a port of this machine. */
export const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

/** @throws Problem that names every port in use, who uses it where that can be seen, and the setting that changes it. */
export async function checkPorts(settings: Settings, names: (keyof typeof USES)[]): Promise<void> {
  const taken: string[] = [];
  for (const name of names) {
    const port = settings[name];
    if (await isFree(port, settings.HOST)) continue;
    const pid = holderOf(port);
    taken.push(`Port ${port}, for ${USES[name]} (${name}), is in use${pid ? ` by process ${pid}` : ''}.`);
  }
  if (taken.length > 0)
    throw new Problem(
      taken.join('\n  '),
      `Stop what uses it, or choose another port, for example: ${names.find((name) => taken.some((line) => line.includes(name)))}=${5000 + Math.floor(Math.random() * 1000)} npm start`,
    );
}

/** Which process listens on a port, from Linux's /proc; null where it cannot be seen. */
function holderOf(port: number): number | null {
  try {
    const hex = port.toString(16).toUpperCase().padStart(4, '0');
    const inodes = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        .filter((columns) => columns[1]?.endsWith(`:${hex}`) && columns[3] === '0A')
        .map((columns) => columns[9]),
    );
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        for (const fd of readdirSync(`/proc/${pid}/fd`)) {
          const match = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`));
          if (match && inodes.includes(match[1])) return Number(pid);
        }
      } catch {
        continue; // Ended meanwhile, or somebody else's.
      }
    }
  } catch {
    return null;
  }
  return null;
}
