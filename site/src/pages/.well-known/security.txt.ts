import { MAIL_REPLY_TO, SECURITY_CONTACT, SITE_URL } from 'astro:env/server';
import type { APIRoute } from 'astro';

const DAYS = 180;

/** Whom to tell of a hole (RFC 9116). It never runs out: the day is counted from when it is read. */
export const GET: APIRoute = () => {
  const contact = SECURITY_CONTACT || (MAIL_REPLY_TO && `mailto:${MAIL_REPLY_TO}`);
  if (!contact) return new Response('Not found.\n', { status: 404 });
  const expires = new Date(Date.now() + DAYS * 24 * 3600 * 1000).toISOString();
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    'Preferred-Languages: en, es',
    `Canonical: ${SITE_URL}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  });
};
