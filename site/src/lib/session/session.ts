import type { AstroCookies } from 'astro';
import type { Cms } from '../cms/client';
import type { Me, SessionResponse } from '../cms/contracts';

export interface Session {
  token: string | null;
  /** Who reads; asked of the cms at most once for a page. */
  me(): Promise<Me | null>;
  /** Tells who reads, where an answer of the cms has said it already. */
  know(me: Me): void;
  open(response: SessionResponse): void;
  /** Forgets the session in this browser. */
  close(): void;
  /** Ends it on the server as well. */
  end(): Promise<void>;
}

/** `__Host-`: only over HTTPS, for this host and all its paths, and no other host can set it. Plain on http://localhost. */
const nameOf = (siteUrl: string): string => (siteUrl.startsWith('https:') ? '__Host-session' : 'session');

/** The browser holds the token and nothing else; everything about it stands in the database. */
export function openSession(
  cookies: AstroCookies,
  siteUrl: string,
  cmsOf: (token: string | null) => Pick<Cms, 'me' | 'logOut'>,
): Session {
  const name = nameOf(siteUrl);
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: siteUrl.startsWith('https:'),
  };
  let asked: Promise<Me | null> | null = null;
  const session: Session = {
    token: cookies.get(name)?.value ?? null,
    me() {
      if (!session.token) return Promise.resolve(null);
      asked ??= cmsOf(session.token)
        .me()
        .then((outcome) => {
          if (outcome.ok) return outcome.value;
          session.close();
          return null;
        });
      return asked;
    },
    know(me) {
      asked ??= Promise.resolve(me);
    },
    open({ token, expiresAt, me }) {
      session.token = token;
      asked = Promise.resolve(me);
      cookies.set(name, token, { ...options, expires: new Date(expiresAt) });
    },
    async end() {
      if (session.token) await cmsOf(session.token).logOut();
      session.close();
    },
    close() {
      session.token = null;
      asked = Promise.resolve(null);
      cookies.delete(name, options);
    },
  };
  return session;
}
