import type { Core } from '@strapi/types';
import type { ServerReport } from '../../../shared/contracts/administration';
import type { Access } from './access';
import { iso } from './listed';

const ADDRESS = /[^\s<>"']+@[^\s<>"']+/g;

/** Without the addresses in it: what a server says may name the recipient of a mail that not everybody may see. */
export const withoutAddresses = (answer: string): string => answer.replace(ADDRESS, '…');

/** Whether the mail server takes mail, as all workers know it. */
export async function serverReport(strapi: Core.Strapi, access: Access): Promise<ServerReport> {
  const { downSince, probeAt, lastError } = await strapi
    .plugin('deliveries')
    .service('serverState')
    .current();
  const answer = lastError && !access.mayAll('read') ? withoutAddresses(lastError) : lastError;
  return downSince
    ? { downSince: iso(downSince), nextTryAt: iso(probeAt), answer }
    : { downSince: null, nextTryAt: null, answer: null };
}
