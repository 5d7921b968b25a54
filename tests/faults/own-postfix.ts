import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../../scripts/testing/free-port.ts';

const HOST = '127.0.0.1';

/** The services of Postfix that take mail and put it into a folder, on a port of their own. */
const services = (port: string): string => `
${HOST}:${port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
error unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
`;

const settings = (folder: string, user: { uid: number; gid: number }): string => `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
mail_owner = postfix
setgid_group = postdrop
myhostname = mail.school.example
inet_interfaces = ${HOST}
inet_protocols = ipv4
mydestination =
mynetworks = ${HOST}/32
smtpd_relay_restrictions = reject_unauth_destination
smtpd_recipient_restrictions = check_recipient_access inline:{ { never@students.example = 550 5.1.1 nobody of this name } }
virtual_mailbox_domains = students.example
virtual_mailbox_base = ${folder}/mail
virtual_mailbox_maps = static:box/
virtual_minimum_uid = 1
virtual_uid_maps = static:${user.uid}
virtual_gid_maps = static:${user.gid}
maillog_file = ${folder}/log
maillog_file_prefixes = ${folder}
`;

/** Why there is none, in a sentence; null where Debian's package is installed and may be started. */
export function whyNoPostfix(): string | null {
  if (spawnSync('postfix', ['-c', '/nowhere', 'status']).error)
    return 'the Debian package postfix is not installed';
  return process.getuid?.() === 0 ? null : 'only root may start Postfix';
}

/** A real Postfix with its configuration, queue and mailbox in a folder of its own. */
export async function startOwnPostfix() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-postfix-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const { uid, gid } = statSync('/var/lib/postfix');
  for (const name of ['conf', 'queue', 'data', 'mail']) mkdirSync(path.join(folder, name));
  for (const name of ['data', 'mail']) chownSync(path.join(folder, name), uid, gid);
  writeFileSync(path.join(folder, 'conf', 'main.cf'), settings(folder, { uid, gid }));
  writeFileSync(path.join(folder, 'conf', 'master.cf'), services(port));

  const postfix = (verb: 'start' | 'stop'): void => {
    const { status, stderr } = spawnSync('postfix', ['-c', path.join(folder, 'conf'), verb], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`postfix ${verb} ended with ${status}: ${stderr}`);
  };
  const box = path.join(folder, 'mail', 'box', 'new');

  postfix('start');
  return {
    port,
    start: () => postfix('start'),
    stop: () => postfix('stop'),
    /** Every mail that was delivered, as it lies in the box. */
    mails: (): Buffer[] =>
      existsSync(box) ? readdirSync(box).map((name) => readFileSync(path.join(box, name))) : [],
    close(): void {
      spawnSync('postfix', ['-c', path.join(folder, 'conf'), 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type OwnPostfix = Awaited<ReturnType<typeof startOwnPostfix>>;
