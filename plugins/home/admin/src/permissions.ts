/** What a role needs for a widget; the server asks for the same. */
export const permissionsFor = (action: string) => [{ action, subject: null }] as never;
