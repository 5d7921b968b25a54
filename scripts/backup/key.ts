import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { Problem } from '../problem.ts';

const HOW =
  'Set BACKUP_KEY to the AGE-SECRET-KEY-1… that backups are made for; it stands in the .env that made them.';

export interface BackupKeys {
  /** AGE-SECRET-KEY-1…: reads backups. A server that only makes them may be without it. */
  identity: string | null;
  /** age1…: whom backups are encrypted for. */
  recipients: string[];
}

/** From `BACKUP_KEY` and `BACKUP_RECIPIENTS`. @throws Problem when there is neither, or one is none. */
export async function readKeys(env: NodeJS.ProcessEnv = process.env): Promise<BackupKeys> {
  const identity = env.BACKUP_KEY || null;
  const recipients = (env.BACKUP_RECIPIENTS ?? '').split(/[\s,]+/).filter(Boolean);
  if (!identity && recipients.length === 0)
    throw new Problem('There is no key for backups (BACKUP_KEY).', HOW);
  try {
    if (identity) recipients.unshift(await identityToRecipient(identity));
    for (const one of recipients) new Encrypter().addRecipient(one);
  } catch {
    // The library's own message may repeat a part of the key.
    throw new Problem('BACKUP_KEY or BACKUP_RECIPIENTS is no key of age.', HOW);
  }
  return { identity, recipients };
}

export function encrypterFor({ recipients }: BackupKeys): Encrypter {
  const encrypter = new Encrypter();
  for (const one of recipients) encrypter.addRecipient(one);
  return encrypter;
}

/** @throws Problem when this key cannot read anything. */
export function decrypterFor({ identity }: BackupKeys): Decrypter {
  if (!identity)
    throw new Problem(
      'Backups can be made here, not read: there is no BACKUP_KEY.',
      'Set BACKUP_KEY to the secret key.',
    );
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter;
}
