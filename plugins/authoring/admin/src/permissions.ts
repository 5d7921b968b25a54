import { AUTHOR_ACTION } from '../../shared/permissions';

/** What a role needs for the menu link and the pages; the server asks for the same. */
export const AUTHOR_PERMISSIONS = [{ action: AUTHOR_ACTION, subject: null }];
