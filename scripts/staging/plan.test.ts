import { inOrder } from './copy-database.ts';
import { planCopy, type Column } from './plan.ts';

const columns = (table: string, ...names: string[]): Column[] =>
  names.map((name) => ({ table, name, type: name === 'id' ? 'integer' : 'text' }));

const users = columns(
  'up_users',
  ...['id', 'username', 'email', 'first_name', 'last_name', 'password'],
  ...['reset_password_token', 'confirmation_token', 'language', 'provider'],
);
const modules = columns('modules', 'id', 'code', 'name');

describe('a copy for tests (P12)', () => {
  it('reads people without what names them', () => {
    const { copying } = planCopy(users, users, '$2b$10$hash');
    const select = copying[0]?.select ?? '';
    expect(select).toContain(`'student-' || id || '@staging.invalid' as "email"`);
    expect(select).toContain(`'$2b$10$hash' as "password"`);
    expect(select).not.toMatch(/(select|,) "(username|email|first_name|last_name|password)"/);
  });

  it('takes what is taught as it is, and leaves mails behind', () => {
    const source = [...modules, ...columns('deliveries', 'id', 'to')];
    expect(planCopy(source, source, '')).toEqual({
      copying: [
        {
          table: 'modules',
          columns: ['id', 'code', 'name'],
          select: 'select "id", "code", "name" from "modules"',
        },
      ],
      emptied: ['deliveries'],
    });
  });

  it('leaves out a column that only one of two versions has', () => {
    expect(planCopy([...modules, ...columns('modules', 'motto')], modules, '').copying[0]?.columns).toEqual([
      'id',
      'code',
      'name',
    ]);
  });

  it.each([
    ['a table', columns('diaries', 'id'), 'the table diaries'],
    ['a column of people', columns('up_users', 'nickname'), 'the column up_users.nickname'],
  ])('stops at %s of which nobody has said what it holds', (_what, source, named) =>
    expect(() => planCopy(source, source, '')).toThrow(named),
  );
});

it('fills each table after those it refers to, and says so where that cannot be', () => {
  const needs = [
    { first: 'modules', second: 'lessons' },
    { first: 'lessons', second: 'texts' },
  ];
  expect(inOrder(['texts', 'lessons', 'modules'], needs)).toEqual(['modules', 'lessons', 'texts']);
  expect(() =>
    inOrder(
      ['a', 'b'],
      [
        { first: 'a', second: 'b' },
        { first: 'b', second: 'a' },
      ],
    ),
  ).toThrow('refer to each other');
});
