import type { Core } from '@strapi/types';
import type { Obstacle } from '../../../shared/contracts/administration';
import type { Access } from './access';
import { writeAudit, type Actor } from './audit';
import { findDelivery } from './find-delivery';
import { obstacle } from './obstacle';
import { readdressingObstacle, sendingObstacle } from './obstacles-of';

const IN_WORDS: Partial<Record<Obstacle, string>> = {
  'content-gone': 'Its text is not kept after it was sent',
  'kind-gone': 'Nothing here writes mails of this kind any more',
  'being-tried': 'It is being tried at this moment',
  'for-owner-only': 'It opens an account, so it goes to its owner alone',
};

function assertNone(found: Obstacle | null): void {
  if (found) throw obstacle(found, IN_WORDS[found] ?? found);
}

/**
 * Sends a mail that has ended once more, under a Message-ID of its own.
 * @throws NotFoundError; 409 `already-on-its-way`, `content-gone`, `kind-gone`, `being-tried`
 */
export async function resendDelivery(
  strapi: Core.Strapi,
  access: Access,
  actor: Actor,
  id: string,
): Promise<void> {
  const row = await findDelivery(strapi, access, 'resend', id);
  assertNone(await sendingObstacle(strapi, row));
  await strapi.db.transaction(async () => {
    if (!(await strapi.plugin('deliveries').service('ledger').sendAgain(row.key)))
      throw obstacle('already-on-its-way', 'The mail has not ended yet');
    await writeAudit(strapi, actor, { action: 'resent', deliveryKey: row.key });
  });
}

/** Takes a mail back that has not gone out. @throws NotFoundError; 409 `already-ended` */
export async function cancelDelivery(
  strapi: Core.Strapi,
  access: Access,
  actor: Actor,
  id: string,
): Promise<void> {
  const row = await findDelivery(strapi, access, 'cancel', id);
  await strapi.db.transaction(async () => {
    if (!(await strapi.plugin('deliveries').service('ledger').cancel(row.key)))
      throw obstacle('already-ended', 'There is nothing left to cancel');
    await writeAudit(strapi, actor, { action: 'cancelled', deliveryKey: row.key });
  });
}

/**
 * Sends a mail to another address, whether it has ended or still waits: it begins anew there, since what one server
 * answered says nothing about the other.
 * @throws NotFoundError; 409 `for-owner-only`, `content-gone`, `kind-gone`, `being-tried`
 */
export async function readdressDelivery(
  strapi: Core.Strapi,
  access: Access,
  actor: Actor,
  id: string,
  to: string,
): Promise<void> {
  const row = await findDelivery(strapi, access, 'readdress', id);
  assertNone(readdressingObstacle(strapi, row) ?? (await sendingObstacle(strapi, row)));
  const ledger = strapi.plugin('deliveries').service('ledger');
  await strapi.db.transaction(async () => {
    await ledger.cancel(row.key);
    await ledger.sendAgain(row.key, { to });
    await writeAudit(strapi, actor, { action: 'readdressed', deliveryKey: row.key });
  });
}
