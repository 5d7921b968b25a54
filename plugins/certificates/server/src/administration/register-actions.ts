import type { Core } from '@strapi/types';
import { VERBS, type Verb } from '../../../shared/permissions';

const NAMES: Record<Verb, string> = {
  read: 'See certificates',
  issue: 'Issue certificates',
  resend: 'Send certificates again',
  revoke: 'Revoke certificates',
  correct: 'Correct certificates and issue them again',
  export: 'Export the list of certificates',
  settings: 'Decide how certificates look, expire and are earned',
};

/** In bootstrap, not in register: the admin reads the actions of all plugins when it gives the super admin theirs. */
export const registerActions = (strapi: Core.Strapi): Promise<void> =>
  strapi.service('admin::permission').actionProvider.registerMany(
    VERBS.map((verb) => ({
      section: 'plugins',
      displayName: NAMES[verb],
      uid: verb,
      pluginName: 'certificates',
    })),
  );
