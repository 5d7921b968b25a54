import type { Core } from '@strapi/types';
import { accessOf } from './access';
import { cancelDelivery, readdressDelivery, resendDelivery } from './act';
import { actorOf, type AdminUser } from './audit';
import { backgroundWork, discardWork, retryWork } from './background-work';
import { deliveryDetail } from './delivery-detail';
import { listDeliveries } from './delivery-list';
import { kindsIn } from './listed';
import type { ListFilters } from './list-query';
import { countMany, doMany, type ManyAct } from './many';
import { summarise } from './summary';

/** Everything staff do with mails, for one admin user. */
export const createAdministration = (strapi: Core.Strapi) => ({
  /** @param ability what the roles of `user` allow, as Strapi's admin authentication left it in the request. */
  as(user: AdminUser, ability: unknown) {
    const access = accessOf(strapi, ability);
    const actor = actorOf(user);
    return {
      list: (filters: ListFilters) => listDeliveries(strapi, access, filters),
      kinds: (locale: string) => kindsIn(strapi, locale),
      summary: () => summarise(strapi, access),
      detail: (id: string, locale: string) => deliveryDetail(strapi, access, id, locale),
      resend: (id: string) => resendDelivery(strapi, access, actor, id),
      cancel: (id: string) => cancelDelivery(strapi, access, actor, id),
      readdress: (id: string, to: string) => readdressDelivery(strapi, access, actor, id, to),
      countMany: (filters: ListFilters) => countMany(strapi, access, filters),
      doMany: (act: ManyAct, filters: ListFilters) => doMany(strapi, access, actor, act, filters),
      work: () => backgroundWork(strapi, access),
      retryWork: (id: string) => retryWork(strapi, access, actor, id),
      discardWork: (id: string) => discardWork(strapi, access, actor, id),
    };
  },
});
export type Administration = ReturnType<ReturnType<typeof createAdministration>['as']>;
