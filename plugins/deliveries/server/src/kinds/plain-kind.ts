import type { Core } from '@strapi/types';
import { DELIVERY } from '../constants';
import type { Kind, Mail } from './kinds';

export const PLAIN = 'email';

/** Whatever is sent through Strapi's own email service: written by somebody else, kept until it is sent. */
export const plainKind = (strapi: Core.Strapi): Kind => ({
  key: PLAIN,
  names: { en: 'Message', es: 'Mensaje' },
  // Such as Strapi's own for a new password of staff.
  forOwnerOnly: true,
  async compose({ key }) {
    const row = await strapi.db.query(DELIVERY).findOne({ where: { key }, select: ['content'] });
    return (row?.content as Mail | null) ?? null;
  },
  /** It may have a link in it that opens an account: it is not kept longer than it is needed. */
  async sent({ key }) {
    await strapi.db.query(DELIVERY).updateMany({ where: { key }, data: { content: null } });
  },
});
