import type { AstroCookies } from 'astro';
import type { Cms } from '../cms/client';
import { openSession } from './session';

const ME = {
  username: 'guido',
  firstName: '',
  lastName: '',
  email: '',
  language: 'en',
  confirmed: true,
} as const;
const RESPONSE = { token: 'new', expiresAt: '2027-01-01T00:00:00.000Z', me: ME };

/** A browser's cookies, as Astro shows them. */
function browser(before: Record<string, string> = {}) {
  const written: Record<string, Record<string, unknown>> = {};
  const deleted: string[] = [];
  const cookies = {
    get: (name: string) => (before[name] === undefined ? undefined : { value: before[name] }),
    set: (name: string, value: string, options: object) => (written[name] = { value, ...options }),
    delete: (name: string) => deleted.push(name),
  } as unknown as AstroCookies;
  return { cookies, written, deleted };
}
/** A cms that knows one session, and who has asked it for what. */
function school(known: string | null) {
  const asked: string[] = [];
  const cmsOf = (token: string | null) =>
    ({
      me: async () => {
        asked.push(`me ${token}`);
        return token === known ? { ok: true, value: ME } : { ok: false, problem: 'unauthenticated' };
      },
      logOut: async () => asked.push(`end ${token}`),
    }) as unknown as Cms;
  return { cmsOf, asked };
}

describe('a session (P8)', () => {
  it('is a cookie for this host alone, over HTTPS, that no script reads', () => {
    const { cookies, written } = browser();
    openSession(cookies, 'https://lumino.example', school(null).cmsOf).open(RESPONSE);
    expect(written).toEqual({
      '__Host-session': {
        ...{ value: 'new', path: '/', httpOnly: true, secure: true, sameSite: 'lax' },
        expires: new Date(RESPONSE.expiresAt),
      },
    });
  });

  it('is asked of the cms once for a page, and not at all without a cookie', async () => {
    const { cmsOf, asked } = school('known');
    const session = openSession(browser({ session: 'known' }).cookies, 'http://localhost:4321', cmsOf);
    expect(await Promise.all([session.me(), session.me()])).toEqual([ME, ME]);
    expect(asked).toEqual(['me known']);
    expect(await openSession(browser().cookies, 'http://localhost:4321', cmsOf).me()).toBeNull();
    expect(asked).toEqual(['me known']);
  });

  it('is not asked of the cms where an answer has said already who reads', async () => {
    const { cmsOf, asked } = school('known');
    const session = openSession(browser({ session: 'known' }).cookies, 'http://localhost:4321', cmsOf);
    session.know(ME);
    expect([await session.me(), asked]).toEqual([ME, []]);
  });

  it('takes no cookie of the other name: what plain HTTP has set is nothing over HTTPS', async () => {
    const { cmsOf } = school('planted');
    const { cookies } = browser({ session: 'planted' });
    expect(await openSession(cookies, 'https://lumino.example', cmsOf).me()).toBeNull();
  });

  it('that has ended is forgotten by the browser', async () => {
    const { cookies, deleted } = browser({ session: 'old' });
    expect(await openSession(cookies, 'http://localhost:4321', school(null).cmsOf).me()).toBeNull();
    expect(deleted).toEqual(['session']);
  });

  it('ends on the server and in the browser', async () => {
    const { cookies, deleted } = browser({ session: 'known' });
    const { cmsOf, asked } = school('known');
    const session = openSession(cookies, 'http://localhost:4321', cmsOf);
    await session.end();
    expect([asked, deleted, session.token]).toEqual([['end known'], ['session'], null]);
  });
});
