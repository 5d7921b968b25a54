import { READ_ACTION } from '../../shared/contracts/status';

/** What a role needs for the menu link and the page; the server asks for the same. */
export const READ_PERMISSIONS = [{ action: READ_ACTION, subject: null }];
