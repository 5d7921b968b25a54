import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { Verb } from '../../../shared/permissions';
import { DELIVERY } from '../constants';
import type { Access } from './access';

/**
 * One mail, for somebody who may do this with it. Who may not is told the same as for one that is not there.
 * @throws NotFoundError (404)
 */
export async function findDelivery(
  strapi: Core.Strapi,
  access: Access,
  verb: Verb,
  documentId: string,
): Promise<any> {
  const row = await strapi.db
    .query(DELIVERY)
    .findOne({ where: { $and: [{ documentId }, access.where(verb)] } });
  if (!row) throw new errors.NotFoundError(`There is no mail ${documentId}`);
  return row;
}
