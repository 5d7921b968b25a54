import { people, until } from './cms.ts';
import { type OwnSite, startOwnSite } from './own-site.ts';

const MODULE = '/modules/PRO';
const LESSON = '/modules/PRO/lessons/decisions';
const NEXT = '/modules/PRO/lessons/loops-that-end';

describe('a site whose cms or database goes away', () => {
  let own: OwnSite;
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(own.url + path, { headers, redirect: 'manual' });
  const session = async (): Promise<string> => {
    const answer = await fetch(`${own.url}/login`, {
      method: 'POST',
      headers: { origin: own.url },
      body: new URLSearchParams({ identifier: 'guido', password: people.password }),
      redirect: 'manual',
    });
    expect(answer.status).toBe(303);
    return (answer.headers.getSetCookie()[0] as string).split(';')[0] as string;
  };
  beforeAll(async () => {
    own = await startOwnSite();
  }, 180_000);
  afterAll(() => own?.stop());

  it('asks the database at most three things for a lesson of a signed-in reader', async () => {
    const cookie = await session();
    const read = async (lesson: string) => {
      own.database.statements.length = 0;
      const answer = await get(lesson, { cookie });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('name="done"');
      // Background work has a pool of its own, and asks by the clock.
      return own.database.statements.filter((text) => !/pgboss|pg_notify|monitoring/i.test(text));
    };
    for (const lesson of [LESSON, NEXT]) await read(lesson);
    // Another lesson than the last: where the reader is, is written, too.
    const statements = await read(LESSON);
    expect(statements.length).toBeLessThanOrEqual(3);
    expect((await read(LESSON)).length).toBeLessThanOrEqual(2);
    // The control: that what is asked was counted at all, and who may read is asked each time (L1).
    expect(statements.join('\n')).toMatch(/site_sessions/);
    expect(statements.join('\n')).toMatch(/enrollments/);
  });

  /** What a visitor meets in an outage. */
  const expectKindness = async () => {
    const kept = await get(MODULE);
    expect(kept.status).toBe(200);
    expect(await kept.text()).toContain('Programming fundamentals');
    const other = await get('/modules/GIT');
    expect(other.status).toBe(503);
    expect(Number(other.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(other.headers.get('cache-control')).toContain('no-store');
    expect(await other.text()).toContain('<html lang="en"');
    const spanish = await get('/es/modules/GIT');
    expect([spanish.status, await spanish.text()]).toEqual([503, expect.stringContaining('<html lang="es"')]);
  };

  it('shows the pages it has, says 503 for the rest, and recovers by itself: the cms is killed', async () => {
    const cookie = await session();
    expect((await get(MODULE)).status).toBe(200);
    await own.killCms();
    await expectKindness();
    // Who is signed in gets no page of a visitor, and none of their own from before.
    const signedIn = await get(MODULE, { cookie });
    expect([signedIn.status, signedIn.headers.get('retry-after')]).toEqual([503, expect.any(String)]);
    await own.startCms();
    await until('pages are there again', async () => (await get('/modules/GIT')).status === 200, 10);
    expect((await get(MODULE, { cookie })).status).toBe(200);
  }, 180_000);

  it('the same when the database is away, and the cms is not', async () => {
    expect((await get(MODULE)).status).toBe(200);
    await own.database.close();
    await until('the site has noticed', async () => (await get('/teachers/nobody')).status === 503, 10);
    const kept = await get(MODULE);
    expect(kept.status).toBe(200);
    const uncached = await get('/teachers/ada-moreno');
    expect([uncached.status, uncached.headers.get('retry-after')]).toEqual([503, expect.any(String)]);
    await own.database.open();
    await until('pages are there again', async () => (await get('/teachers/ada-moreno')).status === 200, 60);
  }, 180_000);
});
