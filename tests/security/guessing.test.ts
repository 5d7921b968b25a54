import { tried } from './tried.ts';
import { API } from '../integration/access/api-routes.ts';
import { cms, people, sessionOf } from '../integration/cms.ts';

/** What nobody may read of anybody, and what nobody may find out by asking "does it begin with …?". */
const FIELDS = ['email', 'password', 'resetPasswordToken', 'confirmationToken', 'createdBy', 'updatedBy'];
/** A question about a field, once as it would be true of somebody and once as it is of nobody. */
const QUESTIONS: ((field: string, value: string) => string)[] = [
  (field, value) => `filters[${field}][$startsWith]=${value}`,
  (field, value) => `filters[student][${field}][$contains]=${value}`,
  (field, value) => `filters[$or][0][user][${field}][$eq]=${value}`,
  (field, value) => `where[${field}]=${value}`,
  (field, value) => `lookup[${field}]=${value}`,
  (field, value) => `_q=${field}:${value}`,
];
const WISHES: ((field: string) => string)[] = [
  (field) => `sort=${field}:asc`,
  (field) => `sort=${field}:desc`,
  (field) => `populate[${field}]=*`,
  (field) => `populate=${field}`,
  () => 'populate=*',
  (field) => `fields[0]=${field}`,
];
const ELSEWHERE = ['status=draft', 'publicationState=preview', 'locale=*', 'locale=all'];

const [STUDENT, VISITOR] = ['student', 'visitor'] as const;
/** Whatever can be read at all by an address without names; the copy of one's data has one's own email on purpose. */
const READABLE = Object.entries(API)
  .filter(([route, { own }]) => route.startsWith('GET ') && !route.includes(':') && own === 200)
  .map(([route]) => route.slice('GET '.length))
  .concat('/api/catalog/PRO', '/api/teachers/ada-moreno', '/api/people/guido')
  .filter((address) => !/card|revision/.test(address));

describe('private fields can neither be read nor guessed (P6)', () => {
  let bearer: string;
  let count = 0;
  beforeAll(async () => {
    bearer = await sessionOf(people.showcase.student?.username ?? 'guido');
  });
  afterAll(() =>
    tried(
      'P6',
      `${READABLE.length} addresses asked about ${FIELDS.length} private fields, drafts, languages`,
      count,
    ),
  );

  const read = async (who: typeof STUDENT | typeof VISITOR, address: string, query = '') => {
    const request = cms().get(query ? `${address}?${query}` : address);
    if (who === STUDENT) request.set('Authorization', bearer);
    const { status, text } = await request;
    count++;
    // When it was asked differs each time.
    return { status, text: text?.replace(/"(exportedAt|at|madeAt)":"[^"]*"/g, '') };
  };

  it.each(READABLE)('%s answers a question with what it always says, or refuses', async (address) => {
    for (const who of [STUDENT, VISITOR]) {
      const plain = await read(who, address);
      const asked = [
        ...FIELDS.flatMap((field) =>
          QUESTIONS.flatMap((question) => [question(field, 'g'), question(field, 'zzzzz')]),
        ),
        ...FIELDS.flatMap((field) => WISHES.map((wish) => wish(field))),
        ...ELSEWHERE,
      ];
      for (const query of asked) {
        const { status, text } = await read(who, address, query);
        if (status !== 400) expect({ query, status, text }).toEqual({ query, ...plain });
      }
    }
  });

  it.each(READABLE)('%s has no private field of anybody in it, but one’s own address', async (address) => {
    for (const who of [STUDENT, VISITOR]) {
      const { text } = await read(who, address);
      for (const field of FIELDS.slice(1)) expect(text).not.toContain(`"${field}"`);
      const others = (text.match(/[\w.+-]+@[\w-]+\.\w+/g) ?? []).filter(
        (one) => !/^guido|lumino\.example$/.test(one),
      );
      expect(others).toEqual([]);
    }
  });
});
