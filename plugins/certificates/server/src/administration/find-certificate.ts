import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { Verb } from '../../../shared/permissions';
import { CERTIFICATE } from '../constants';
import type { Access } from './access';

/**
 * One certificate, for somebody who may do this with it. Who may not is told the same as for one that is not there.
 * @throws NotFoundError (404)
 */
export async function findCertificate(
  strapi: Core.Strapi,
  access: Access,
  verb: Verb,
  documentId: string,
): Promise<any> {
  const row = await strapi.db
    .query(CERTIFICATE)
    .findOne({ where: { $and: [{ documentId }, access.where(verb)] } });
  if (!row) throw new errors.NotFoundError(`There is no certificate ${documentId}`);
  return row;
}
