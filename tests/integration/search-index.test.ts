import { Client } from 'pg';
import { FOUND, page } from '../../cms/src/api/search/entries-sql.ts';

/** `:name` as node-postgres wants it, `$1`. */
function numbered(sql: string, bindings: Record<string, unknown>): { text: string; values: unknown[] } {
  const names = Object.keys(bindings);
  const text = sql.replace(/(?<!:):([a-z]\w*)/gi, (whole, name) =>
    names.includes(name) ? `$${names.indexOf(name) + 1}` : whole,
  );
  return { text, values: names.map((name) => bindings[name]) };
}

const MODULES = 400;
const LESSONS = 20_000;

/** A school of that size, seen by nobody else: it is rolled back. A tenth of the words of a lesson are its own. */
const FILL = `
insert into lumino_search.entries
select 'module', 'm' || n, locale, locale, 'm' || n, 'M' || n, 'Module ' || n, 'Summary ' || n, '', '',
  lumino_search.words(locale, 'Module ' || n || ' Summary ' || n), null
from generate_series(1, ${MODULES}) n, unnest(array['en', 'es']) locale;
insert into lumino_search.entries
select 'lesson', 'l' || n, locale, locale, 'm' || (n % ${MODULES} + 1), 'lesson-' || n, texts.title, '', texts.body, texts.body,
  lumino_search.words('en', texts.title), lumino_search.words('en', texts.title || ' ' || texts.body)
from generate_series(1, ${LESSONS}) n
cross join lateral (
  select 'Lesson rare' || n || ' common' || n % 50 as title, (
    select string_agg('word' || (n * k) % 977 || case when k % 10 = 0 then ' own' || n || 'x' || k else '' end, ' ')
    from generate_series(1, 60) k
  ) as body
) texts
cross join unnest(array['en', 'es']) locale;
analyze lumino_search.entries`;

describe('with 20,000 lessons', () => {
  let client: Client;
  const found = async (word: string, keys: string[], explain = '') => {
    const { rows } = await client.query("select cast(lumino_search.query('en', $1) as text) as q", [[word]]);
    const bindings = {
      kind: 'lesson',
      locale: 'en',
      keys,
      en: rows[0].q,
      es: rows[0].q,
      anyEn: rows[0].q,
      anyEs: rows[0].q,
      prefix: word,
      limit: 20,
      offset: 0,
    };
    const { text, values } = numbered(page(FOUND), bindings);
    return (await client.query(explain + text, values)).rows;
  };

  beforeAll(async () => {
    client = new Client({ connectionString: process.env.TEST_DATABASE_URL });
    await client.connect();
    await client.query('begin');
    await client.query(FILL);
  }, 180_000);
  afterAll(async () => {
    await client.query('rollback');
    await client.end();
  });

  it.each([
    // As a beginning: 777 and 7770 to 7779.
    ['a visitor', 'rare777', [], 11],
    ['a student', 'own777x10', ['m778', 'm378', 'm12'], 1],
  ])('what %s looks for is found by the indexes', async (_, word, keys, count) => {
    const plan = (await found(word, keys, 'explain ')).map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/Bitmap Index Scan on entries_open/);
    expect(plan).not.toMatch(/Seq Scan on entries/);
    if (keys.length > 0) expect(plan).toMatch(/Bitmap Index Scan on entries_(inside|module)/);
    expect(await found(word, keys)).toHaveLength(count);
  });

  it('words that many lessons have are found within a second', async () => {
    const started = performance.now();
    const rows = await found('common7', ['m1', 'm2', 'm3']);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(rows).toHaveLength(20);
    expect(rows[0].total).toBe(LESSONS / 50);
  });
});

describe('what writes the index', () => {
  /** Runs a part within a transaction that leaves nothing. */
  async function within(run: (client: Client) => Promise<void>): Promise<void> {
    const client = new Client({ connectionString: process.env.TEST_DATABASE_URL });
    await client.connect();
    try {
      await client.query('begin; set constraints all immediate');
      await run(client);
    } finally {
      await client.query('rollback');
      await client.end();
    }
  }
  const some = (offset: number) =>
    `update lessons set title = title where id in (
       select id from lessons where published_at is not null and locale = 'en' order by id offset ${offset} limit 1)`;

  it('holds no more locks for many documents than for one: a server has a few thousand of them', () =>
    within(async (client) => {
      const locks = async () =>
        (await client.query('select count(*)::int as held from pg_locks where pid = pg_backend_pid()'))
          .rows[0].held;
      await client.query(some(0));
      const forOne = await locks();
      for (const offset of [1, 2, 3, 4, 5]) await client.query(some(offset));
      expect(await locks()).toBe(forOne);
    }));

  it('lets one at a time write about a document, and others at the same time', () =>
    within(async (client) => {
      await client.query("select lumino_search.write('lesson', 'contested')");
      await within(async (other) => {
        await other.query("set local lock_timeout = '200ms'");
        await other.query("select lumino_search.write('lesson', 'another')");
        await expect(other.query("select lumino_search.write('lesson', 'contested')")).rejects.toThrow(
          'lock timeout',
        );
      });
    }));
});
