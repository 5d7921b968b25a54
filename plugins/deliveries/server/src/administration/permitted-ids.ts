import type { Core } from '@strapi/types';
import { DELIVERY } from '../constants';

/** A sub-select of the ids that a where-clause of Strapi's finds, for statements that Strapi cannot make. */
export const permittedIds = (strapi: Core.Strapi, where: Record<string, unknown>) =>
  strapi.db.queryBuilder(DELIVERY).select('id').where(where).getKnexQuery();
