import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { DELIVERY, PRIORITY } from '../constants';
import { PLAIN } from '../kinds/plain-kind';
import { domainOfMessageIds } from '../ledger/post';
import { UNFINISHED, WHERE_STATE } from '../ledger/states';
import type { Access } from './access';
import { writeAudit, type Actor } from './audit';
import { whereOf, type ListFilters } from './list-query';
import { obstacle } from './obstacle';
import { permittedIds } from './permitted-ids';

type Where = Record<string, unknown>;
const ACTS = ['resend', 'cancel'] as const;
export type ManyAct = (typeof ACTS)[number];

/** What each act is for. What went out well is sent again one by one only. */
const CONCERNED: Record<ManyAct, Where> = {
  resend: {
    $and: [
      { $or: [WHERE_STATE.refused, WHERE_STATE['given-up'], WHERE_STATE.cancelled] },
      { $or: [{ kind: { $ne: PLAIN } }, { content: { $notNull: true } }] },
    ],
  },
  cancel: UNFINISHED,
};

const concerned = (access: Access, act: ManyAct, filters: ListFilters): Where => ({
  $and: [whereOf(filters, access.where(act)), CONCERNED[act]],
});

/** How many of the list each act would be done to. */
export async function countMany(
  strapi: Core.Strapi,
  access: Access,
  filters: ListFilters,
): Promise<Record<ManyAct, number>> {
  const [resend, cancel] = await Promise.all(
    ACTS.map((act) => strapi.db.query(DELIVERY).count({ where: concerned(access, act, filters) })),
  );
  return { resend: resend as number, cancel: cancel as number };
}

/** Asked once more of each row when it is locked: somebody else may have been quicker. */
const STILL_SO: Record<ManyAct, (rows: Knex.QueryBuilder) => Knex.QueryBuilder> = {
  resend: (rows) => rows.whereNull('sent_at').whereNull('next_attempt_at'),
  cancel: (rows) => rows.whereNotNull('next_attempt_at'),
};

/** As one mail that is sent again or cancelled; see `ledger/change.ts`. */
const CHANGES: Record<ManyAct, (strapi: Core.Strapi, now: Date) => Record<string, unknown>> = {
  resend: (strapi, now) => ({
    // Each its own, so that a mail program shows it.
    message_id: strapi.db.connection.raw(`'<' || gen_random_uuid() || ?`, [
      `@${domainOfMessageIds(strapi)}>`,
    ]),
    queued_at: now,
    next_attempt_at: now,
    sent_at: null,
    refused_at: null,
    given_up_at: null,
    cancelled_at: null,
    attempts: 0,
    unknowns: 0,
    last_error: null,
    priority: PRIORITY.bulk,
  }),
  cancel: (_strapi, now) => ({ cancelled_at: now, next_attempt_at: null }),
};

/**
 * Does it to everything that the filters find, in one statement; the sweep gives the jobs. One entry in the audit.
 * @returns how many they were.
 * @throws 409 `nothing-to-do`
 */
export async function doMany(
  strapi: Core.Strapi,
  access: Access,
  actor: Actor,
  act: ManyAct,
  filters: ListFilters,
): Promise<number> {
  return strapi.db.transaction(async ({ trx }) => {
    const ids = permittedIds(strapi, concerned(access, act, filters));
    const rows = strapi.db.connection('deliveries').transacting(trx).whereIn('id', ids);
    const count = (await STILL_SO[act](rows).update(CHANGES[act](strapi, new Date()))) as number;
    if (count === 0) throw obstacle('nothing-to-do', 'Nothing in the list can be changed so');
    const { state, kind, from, to, search } = filters;
    await writeAudit(strapi, actor, {
      action: act === 'resend' ? 'resent-many' : 'cancelled-many',
      // What was searched for may be an address.
      details: { count, state, kind, from, to, searched: Boolean(search) },
    });
    return count;
  });
}
