import { GRADE_ACTION } from '../../shared/contracts/gradebook';

/** What a role needs for the menu link and the pages; the server asks for the same, and for the module besides (M6). */
export const GRADE_PERMISSIONS = [{ action: GRADE_ACTION, subject: null }];
