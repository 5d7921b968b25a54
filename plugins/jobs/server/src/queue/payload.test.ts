import { checkPayload } from './payload';

describe('a job payload', () => {
  it('may hold ids, numbers, booleans and null', () => {
    expect(() => checkPayload('a/b', { id: 'x', n: 1, ok: true, none: null })).not.toThrow();
  });

  it.each([[undefined], [null], ['id'], [[1]], [new Date()]])(
    '%p is refused: not a plain object',
    (payload) => {
      expect(() => checkPayload('a/b', payload)).toThrow('a/b: a payload is a plain object');
    },
  );

  it('with a nested object is refused by the name of the key', () => {
    expect(() => checkPayload('a/b', { user: { name: 'Ada' } })).toThrow('payload.user is a object');
  });

  it('that is large is refused with its size', () => {
    expect(() => checkPayload('a/b', { text: 'x'.repeat(2_000) })).toThrow(/has 20\d\d bytes/);
  });
});
