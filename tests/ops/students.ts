import { hashSync } from 'bcryptjs';
import { Client } from 'pg';
import { addCrowd } from '../../scripts/demo/crowd.ts';

export interface Candidates {
  usernames: string[];
  password: string;
}

/** Little work for each sign-in: it is the servers that are tried here. */
const ROUNDS = 4;
const PASSWORD = 'long enough';

/** Students who have passed this module, can sign in, and have asked for nothing yet. */
export async function addCandidates(database: Client, module: string, size: number): Promise<Candidates> {
  const { rows } = await database.query<{ document_id: string }>(
    'select document_id from modules where code = $1 limit 1',
    [module],
  );
  const prefix = `ops-${Date.now().toString(36)}`;
  const moduleKey = rows[0]?.document_id;
  if (!moduleKey) throw new Error(`There is no module ${module}`);
  await addCrowd((text, values) => database.query(text, values), { moduleKey, prefix, size, mark: 8 });
  await database.query(`update up_users set password = $1 where username ~ ('^' || $2 || '-[0-9]+$')`, [
    hashSync(PASSWORD, ROUNDS),
    prefix,
  ]);
  return { usernames: Array.from({ length: size }, (_, at) => `${prefix}-${at + 1}`), password: PASSWORD };
}

export interface Outcome {
  /** Who has no certificate, or none that was mailed. */
  lost: string[];
  /** Mails beyond the one for each. */
  twice: number;
  /** Where each certificate is kept, and its hash in the database. */
  files: { storageKey: string; sha256: string }[];
}

const MAILED =
  'select username, storage_key as "storageKey", sha_256 as sha256 from up_users join certificates on recipient_key = up_users.document_id join deliveries on about = certificates.document_id where sent_at is not null and username = any($1)';

/** What became of those who asked. @param patienceMs until which whatever is under way may come */
export async function outcomeOf(
  database: Client,
  usernames: string[],
  inbox: string,
  patienceMs: number,
): Promise<Outcome> {
  const until = Date.now() + patienceMs;
  const mailed = async () =>
    (await database.query<{ username: string; storageKey: string; sha256: string }>(MAILED, [usernames]))
      .rows;
  let done = await mailed();
  while (done.length < usernames.length && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    done = await mailed();
  }
  const addresses = new Set(usernames.map((username) => `${username}@students.example`));
  const mails = (await (await fetch(`${inbox}/api/email`)).json()) as { to: { address: string }[] }[];
  const arrived = mails.flatMap(({ to }) =>
    to.map(({ address }) => address).filter((address) => addresses.has(address)),
  );
  const received = new Set(arrived);
  const withRow = new Set(done.map(({ username }) => username));
  return {
    lost: usernames.filter(
      (username) => !withRow.has(username) || !received.has(`${username}@students.example`),
    ),
    twice: arrived.length - received.size,
    files: done,
  };
}
