import { randomUUID } from 'node:crypto';
import { adminToken, cms, people, sql } from './cms.ts';

export const { teacher, editor, administrator } = people.showcase;

type Method = 'get' | 'post';

/** What a member of staff gets from the administration of mails. `search` goes into the header. */
export const as = async (email: string, method: Method, path: string, body?: object, search = '') => {
  const url = `/deliveries${path}`;
  const request = (method === 'get' ? cms().get(url) : cms().post(url))
    .set('Authorization', await adminToken(email))
    .set('X-Search', encodeURIComponent(search));
  return body ? request.send(body) : request;
};
export const admin = (method: Method, path: string, body?: object, search?: string) =>
  as(administrator.email, method, path, body, search);
export const ada = (method: Method, path: string, body?: object, search?: string) =>
  as(teacher.email, method, path, body, search);

export const moduleKeyOf = async (code: string): Promise<string> => {
  const [row] = await sql<{ key: string }>('select document_id as key from modules where code = $1 limit 1', [
    code,
  ]);
  return row?.key as string;
};

const LATER = "now() + interval '1 day'";
/** What a mail in each state has in its row. */
const FACTS = {
  due: { next_attempt_at: 'now()' },
  waiting: { next_attempt_at: LATER },
  retrying: { next_attempt_at: LATER, attempts: '3', last_error: "'451 come back later'" },
  refused: { refused_at: 'now()', attempts: '1', last_error: "'550 no such user'" },
  'given-up': { given_up_at: 'now()', attempts: '2', unknowns: '2' },
  cancelled: { cancelled_at: 'now()' },
  sent: { sent_at: 'now()', attempts: '1', content: 'null' },
} as const;

interface Posted {
  to: string;
  state?: keyof typeof FACTS;
  kind?: string;
  subject?: string;
  subjectKey?: string | null;
  about?: string | null;
  /** How many of them; their addresses are made from `to`. */
  count?: number;
}

/** Mails in a state that they would come to by themselves in hours or days. @returns the id of the first one. */
export async function mail({
  to,
  state = 'due',
  kind = 'email',
  subject = 'A message',
  subjectKey = null,
  about = null,
  count = 1,
}: Posted): Promise<string> {
  const id = randomUUID().replaceAll('-', '').slice(0, 20);
  const row: Record<string, string> = {
    ...{ document_id: "$1 || case n when 1 then '' else n::text end", key: "'test/' || $1 || '/' || n" },
    ...{
      kind: '$2',
      to: "case n when 1 then '' else n::text end || $3",
      subject: '$4',
      subject_key: '$5',
      about: '$8',
    },
    ...{ language: "'en'", message_id: "'<' || $1 || n || '@lumino.example>'", content: '$6::jsonb' },
    ...{ priority: '0', queued_at: 'now()', attempts: '0', unknowns: '0' },
    ...FACTS[state],
  };
  await sql(
    `insert into deliveries (${Object.keys(row)
      .map((column) => `"${column}"`)
      .join(', ')})
     select ${Object.values(row).join(', ')} from generate_series(1, $7::int) n where $6::text is not null`,
    [id, kind, to, subject, subjectKey, JSON.stringify({ subject, text: 'Words' }), count, about],
  );
  return id;
}

/** Nobody else's mails are found by it. */
export const ofTest = (name: string): string => `${name}.${Date.now()}@deliveries.example`;
export const detail = async (id: string) => (await admin('get', `/mails/${id}`)).body.data;
export const found = async (words: string, query = '') =>
  (await admin('get', `/mails?${query}`, undefined, words)).body.data as { id: string; state: string }[];

/** Runs while nothing can be written into the audit. */
export async function withoutAudit(work: () => Promise<void>): Promise<void> {
  await sql('alter table delivery_audit_entries add constraint no_audit check (false) not valid');
  try {
    await work();
  } finally {
    await sql('alter table delivery_audit_entries drop constraint no_audit');
  }
}
