import type { ModuleSearchRequest, ModuleSearchResponse } from '../../cms/shared/contracts/search.ts';
import { cms, sql } from './cms.ts';

const find = async (body: Partial<ModuleSearchRequest> | object = {}): Promise<ModuleSearchResponse> =>
  (
    await cms()
      .post('/api/search/modules')
      .send({ locale: 'en', ...body })
      .expect(200)
  ).body;
/** All pages of it: other tests leave modules of theirs. */
async function findAll(body: object = {}): Promise<ModuleSearchResponse> {
  const first = await find(body);
  const numbers = Array.from({ length: first.pages - 1 }, (_, index) => index + 2);
  const others = await Promise.all(numbers.map((page) => find({ ...body, page })));
  return { ...first, modules: [first, ...others].flatMap(({ modules }) => modules) };
}
const codes = async (body: object): Promise<string[]> => (await find(body)).modules.map(({ code }) => code);

describe('the catalogue', () => {
  it('is whole, by name, where nothing is asked', async () => {
    const { modules, total, page, teachers } = await findAll();
    expect([modules.length, page]).toEqual([total, 1]);
    const names = modules.map(({ name }) => name);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    expect(teachers).toContainEqual({ slug: 'ada-moreno', displayName: 'Ada Moreno' });
  });

  it('is what the cards of the start page show', async () => {
    const { body } = await cms().get('/api/catalog?locale=es').expect(200);
    const all = new Map(body.modules.map((module: { code: string }) => [module.code, module]));
    for (const module of (await findAll({ locale: 'es' })).modules)
      expect(module).toEqual(all.get(module.code));
  });

  it('narrows to a teacher', async () => {
    expect((await codes({ teacher: 'ada-moreno' })).sort()).toEqual(['A11Y', 'API', 'GIT', 'HTM', 'PRO']);
    expect(await codes({ teacher: 'nobody' })).toEqual([]);
  });

  it('narrows to what a student may enrol in today', async () => {
    const [every, open] = [await findAll(), await findAll({ open: true })];
    expect(open.modules).toEqual(every.modules.filter((module) => module.open));
    expect(open.total).toBeLessThan(every.total);
  });

  it('narrows to a length, and each module has one', async () => {
    const { modules, total } = await findAll();
    const lengths = await Promise.all(
      (['short', 'medium', 'long'] as const).map((length) => find({ length })),
    );
    expect(lengths.reduce((sum, { total: some }) => sum + some, 0)).toBe(total);
    expect(lengths[0]?.total).toBe(modules.filter(({ minutes }) => minutes <= 60).length);
    expect(lengths[0]?.total).toBeGreaterThan(0);
  });

  it('narrows to words, best first, and to several things at once', async () => {
    expect((await codes({ q: 'web' }))[0]).toBe('A11Y');
    expect(await codes({ q: 'web', teacher: 'ada-moreno', open: true })).toContain('A11Y');
    expect(await codes({ q: 'web', teacher: 'tomas-lind' })).not.toContain('A11Y');
    expect(await codes({ q: 'accesibilidad', locale: 'es' })).toEqual(['A11Y']);
  });

  it('goes by length', async () => {
    const minutes = (await findAll({ order: 'shortest' })).modules.map((module) => module.minutes);
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
  });

  it.each([
    { teacher: "x' or 1=1" },
    { length: 'longest', order: 'price', language: 'fr', page: -1 },
    { q: { $ne: 1 }, open: 'yes' },
  ])('reads %p as if nothing was asked', async (body) => {
    expect((await find(body)).total).toBe((await find()).total);
  });
});

describe('with many modules', () => {
  const MANY = 60;

  beforeAll(async () => {
    await sql(
      `insert into modules (document_id, code, name, locale, mark_min, mark_max, pass_mark, certificates, created_at, updated_at, published_at)
       select 'many' || n, 'MANY' || n, 'Manifoldish ' || to_char(n, 'FM000'), 'en', 1, 10, 5, 'off', now() + n * interval '1 second', now(), now()
       from generate_series(1, $1) n`,
      [MANY],
    );
  });
  afterAll(async () => {
    await sql("delete from modules where document_id like 'many%'");
  });

  it('has pages of 24', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => find({ q: 'manifoldish', order: 'name', page })));
    expect(pages.map(({ modules }) => modules.length)).toEqual([24, 24, 12]);
    expect(pages.map(({ total, pages: count }) => [total, count])).toEqual([
      [MANY, 3],
      [MANY, 3],
      [MANY, 3],
    ]);
    const names = pages.flatMap(({ modules }) => modules.map(({ name }) => name));
    expect(names).toEqual(
      Array.from({ length: MANY }, (_, index) => `Manifoldish ${String(index + 1).padStart(3, '0')}`),
    );
    expect((await find({ q: 'manifoldish', page: 9 })).page).toBe(1);
  });

  it('has the newest first, if asked', async () => {
    expect((await codes({ order: 'newest' }))[0]).toBe(`MANY${MANY}`);
  });

  it('knows which have a text in a language, and shows others in theirs (H3)', async () => {
    expect((await find({ q: 'manifoldish', language: 'es' })).total).toBe(0);
    expect((await find({ q: 'manifoldish', language: 'en' })).total).toBe(MANY);
    const [module] = (await find({ q: 'manifoldish', locale: 'es' })).modules;
    expect(module?.locale).toBe('en');
  });
});

describe('what search engines may know', () => {
  it('is every published module and whoever teaches one', async () => {
    const { body } = await cms().get('/api/public-pages').expect(200);
    const published = await sql<{ code: string }>(
      'select distinct code from modules where published_at is not null order by code',
    );
    expect(body.modules.map(({ code }: { code: string }) => code)).toEqual(published.map(({ code }) => code));
    expect(body.teachers.map(({ slug }: { slug: string }) => slug)).toContain('ada-moreno');
    for (const { changedAt } of [...body.modules, ...body.teachers])
      expect(new Date(changedAt).toISOString()).toBe(changedAt);
  });
});

describe('social cards', () => {
  const card = (code: string, locale = 'en') => cms().get(`/api/catalog/${code}/card?locale=${locale}`);

  it('are pictures of 1200 × 630 pixels, named by what they show', async () => {
    const { body: module } = await cms().get('/api/catalog/PRO?locale=en').expect(200);
    const { body: png, headers } = await card('PRO').expect(200).expect('Content-Type', 'image/png');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(headers.etag).toBe(`"${module.card}"`);
    const { body: spanish } = await cms().get('/api/catalog/PRO?locale=es').expect(200);
    expect(spanish.card).not.toBe(module.card);
  });

  it('are drawn once, however many ask at the same time', async () => {
    await sql("delete from social_cards where subject like 'module %'");
    const answers = await Promise.all(Array.from({ length: 8 }, () => card('GIT').expect(200)));
    expect(new Set(answers.map(({ body }) => body.toString('base64'))).size).toBe(1);
    expect(await sql("select from social_cards where subject like 'module %'")).toHaveLength(1);
  });

  it('are there for nothing but published modules', async () => {
    for (const code of ['NOPE', '%', "PRO'", '..']) await card(code).expect(404);
    const { body } = await cms().get('/api/card?locale=es').expect(200);
    expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630]);
  });
});
