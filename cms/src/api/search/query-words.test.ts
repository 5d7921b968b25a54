import { queryWords } from './query-words';

it('takes the words of a query, without capitals and accents', () =>
  expect(queryWords('  ¿Qué es la Programación?  ')).toEqual(['que', 'es', 'la', 'programacion']));

it('knows letters of other alphabets', () =>
  expect(queryWords('Основы данных 数据')).toEqual(['Основы', 'данных', '数据']));

it('takes a word once', () => expect(queryWords('Loop loop LOOP')).toEqual(['loop']));

it('takes names with punctuation apart, as texts are', () =>
  expect(queryWords('node.js e-mail a/b')).toEqual(['node', 'js', 'e', 'mail', 'a', 'b']));

it('leaves a tsquery nothing to stumble over', () =>
  expect(queryWords(`it's "quoted" | & ! <-> foo:* \\ \0 (a`)).toEqual(['it', 's', 'quoted', 'foo', 'a']));

it.each(['', '   ', '!!!', ':*', '\0', '́', undefined, null, 7, {}, ['a']])('finds no words in %p', (q) =>
  expect(queryWords(q)).toEqual([]),
);

it('reads only the beginning of what is very long', () => {
  expect(queryWords('word '.repeat(5000))).toEqual(['word']);
  expect(queryWords('x'.repeat(10_000))).toEqual(['x'.repeat(40)]);
  expect(queryWords('a b c d e f g h i j k')).toHaveLength(8);
});
