import { parseListQuery, whereOf } from './list-query';

const filters = (query: object = {}, search = '') => parseListQuery(query, search);

describe('what is asked of the list of mails', () => {
  it('is everything the user may see, the newest first, where nothing is said', () => {
    expect(filters()).toMatchObject({ page: 1, pageSize: 25, sort: 'queuedAt:desc' });
    expect(whereOf(filters(), { id: 1 })).toEqual({ $and: [{ id: 1 }] });
  });

  it('takes both days whole', () => {
    expect(whereOf(filters({ from: '2026-02-28', to: '2026-02-28' }), {}).$and).toEqual([
      {},
      { queuedAt: { $gte: '2026-02-28T00:00:00.000Z' } },
      { queuedAt: { $lt: '2026-03-01T00:00:00.000Z' } },
    ]);
  });

  it('never widens what is permitted: every filter stands beside it', () => {
    const { $and } = whereOf(filters({ state: 'refused', kind: 'email' }, 'a%40b'), { id: -1 });
    expect($and[0]).toEqual({ id: -1 });
    expect($and).toHaveLength(4);
  });

  it.each([
    [{ state: 'lost' }, ''],
    [{ pageSize: '20' }, ''],
    [{ page: '0' }, ''],
    [{ from: '2026-02-30' }, ''],
    [{ sort: 'to:asc' }, ''],
    [{ kind: { $ne: '' } }, ''],
    [{}, '%'],
    [{}, 'x'.repeat(101)],
  ])('is refused where it cannot be understood: %j %s', (query, search) => {
    expect(() => filters(query, search)).toThrow();
  });
});
