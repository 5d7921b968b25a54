import { ACTIONS, type Verb } from '../../shared/permissions';

/** What a role needs for a page or a button; the server asks for the same, and for the mail besides. */
export const permissionsFor = (verb: Verb) => [{ action: ACTIONS[verb], subject: null }];
