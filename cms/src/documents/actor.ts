import type { Core } from '@strapi/types';

/** Who is doing this, as a name for the history: the admin user of the request, or `Lumino` outside of one. */
export function actorName(strapi: Core.Strapi): string {
  const user = strapi.requestContext.get()?.state?.user as
    { firstname?: string; lastname?: string; username?: string; id?: number } | undefined;
  if (!user) return 'Lumino';
  return [user.firstname, user.lastname].filter(Boolean).join(' ') || user.username || `#${user.id}`;
}
