import type { Core } from '@strapi/types';
import type { Obstacle } from '../../../shared/contracts/administration';
import { ATTEMPT } from '../constants';
import type { Kind } from '../kinds/kinds';
import { PLAIN } from '../kinds/plain-kind';
import { stateOf } from '../ledger/states';

const WAYS = ['waiting', 'retrying'];
export const isOnItsWay = (row: any): boolean => WAYS.includes(stateOf(row));

/** What was written by somebody else is gone once it was sent. */
export const isContentGone = ({ kind, content }: any): boolean => kind === PLAIN && !content;

/** Why this mail goes to nobody but whom it was written for; null where it may. */
export function readdressingObstacle(strapi: Core.Strapi, row: any): Obstacle | null {
  const kinds: Kind[] = strapi.plugin('deliveries').service('kinds').all();
  return kinds.find(({ key }) => key === row.kind)?.forOwnerOnly ? 'for-owner-only' : null;
}

/** Longer than a try can take; one that is older is of a process that died. */
const LONGEST_TRY_MS = 5 * 60 * 1000;

/** Why this mail cannot be sent, whatever its state; null where it can. */
export async function sendingObstacle(strapi: Core.Strapi, row: any): Promise<Obstacle | null> {
  if (isContentGone(row)) return 'content-gone';
  const kinds: Kind[] = strapi.plugin('deliveries').service('kinds').all();
  if (!kinds.some(({ key }) => key === row.kind)) return 'kind-gone';
  // Its outcome would be written into the mail that begins anew.
  const open = await strapi.db.query(ATTEMPT).count({
    where: {
      deliveryKey: row.key,
      outcome: null,
      startedAt: { $gt: new Date(Date.now() - LONGEST_TRY_MS).toISOString() },
    },
  });
  return open > 0 ? 'being-tried' : null;
}
