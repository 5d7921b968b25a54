import type { Core } from '@strapi/types';
import type { MailDetail, MailTry } from '../../../shared/contracts/administration';
import type { Verb } from '../../../shared/permissions';
import { AUDIT_ENTRY, DELIVERY } from '../constants';
import type { Access } from './access';
import { findDelivery } from './find-delivery';
import { iso, kindsIn, toListed } from './listed';
import { isContentGone, isOnItsWay, readdressingObstacle, sendingObstacle } from './obstacles-of';
import { serverReport } from './server-report';

/** All there is to see of one mail; not its text. @throws NotFoundError */
export async function deliveryDetail(
  strapi: Core.Strapi,
  access: Access,
  documentId: string,
  locale: string,
): Promise<MailDetail> {
  const row = await findDelivery(strapi, access, 'read', documentId);
  const may = async (verb: Verb): Promise<boolean> =>
    (await strapi.db.query(DELIVERY).count({ where: { $and: [{ id: row.id }, access.where(verb)] } })) > 0;
  const [attempts, audit, server, inTheWay, mayResend, mayCancel, mayReaddress] = await Promise.all([
    strapi.plugin('deliveries').service('ledger').attempts(row.key) as Promise<any[]>,
    strapi.db.query(AUDIT_ENTRY).findMany({ where: { deliveryKey: row.key }, orderBy: { id: 'desc' } }),
    serverReport(strapi, access),
    sendingObstacle(strapi, row),
    may('resend'),
    may('cancel'),
    may('readdress'),
  ]);
  const onItsWay = isOnItsWay(row);
  return {
    ...toListed(row, kindsIn(strapi, locale), attempts.at(-1)?.answer ?? null),
    language: row.language,
    messageId: row.messageId,
    priority: row.priority,
    refusedAt: iso(row.refusedAt),
    givenUpAt: iso(row.givenUpAt),
    cancelledAt: iso(row.cancelledAt),
    contentGone: isContentGone(row),
    certificateId: isOfCertificate(strapi, access, row) ? row.about : null,
    tries: attempts.map(toTry).reverse(),
    audit: audit.map(({ action, actor, at }) => ({ action, actor, at: iso(at) as string })),
    allowed: {
      resend: mayResend && !onItsWay && !inTheWay,
      cancel: mayCancel && onItsWay,
      readdress: mayReaddress && !inTheWay && !readdressingObstacle(strapi, row),
    },
    server,
  };
}

/** Those that the certificates plugin has posted, where it is installed and the user may read what it has. */
const isOfCertificate = (strapi: Core.Strapi, access: Access, { kind, about }: any): boolean =>
  Boolean(about) &&
  kind.startsWith('certificates/') &&
  'certificates' in strapi.plugins &&
  access.can('plugin::certificates.read');

const toTry = ({ number, startedAt, endedAt, dataAt, outcome, answer, messageId }: any): MailTry => ({
  number,
  startedAt: iso(startedAt) as string,
  outcome: outcome ?? null,
  answer: answer ?? null,
  milliseconds: endedAt ? new Date(endedAt).getTime() - new Date(startedAt).getTime() : null,
  wasGoingOut: Boolean(dataAt),
  messageId,
});
