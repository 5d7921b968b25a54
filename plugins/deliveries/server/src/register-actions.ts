import type { Core } from '@strapi/types';
import { VERBS, type Verb } from '../../shared/permissions';

const NAMES: Record<Verb, string> = {
  read: 'See deliveries',
  resend: 'Send again',
  cancel: 'Cancel deliveries',
  readdress: 'Change the address and send again',
};

/** In bootstrap, not in register: the admin reads the actions of all plugins when it gives the super admin theirs. */
export const registerActions = (strapi: Core.Strapi): Promise<void> =>
  strapi.service('admin::permission').actionProvider.registerMany(
    VERBS.map((verb) => ({
      section: 'plugins',
      displayName: NAMES[verb],
      uid: verb,
      pluginName: 'deliveries',
    })),
  );
