import { markedText } from './marked-text';

it('marks what was found, with its accents and capitals', () =>
  expect(markedText('la <programacion> facil', 'La Programación fácil')).toEqual([
    { text: 'La ', found: false },
    { text: 'Programación', found: true },
    { text: ' fácil', found: false },
  ]));

it('leaves markup of the text as text', () =>
  expect(markedText(' b <bold>  b ', '<b>bold</b>'.slice(0, 10))).toEqual([
    { text: '<b>', found: false },
    { text: 'bold', found: true },
    { text: '</b', found: false },
  ]));

it('counts characters, not halves of them', () =>
  expect(markedText('😀 <a>', '😀 á')).toEqual([
    { text: '😀 ', found: false },
    { text: 'á', found: true },
  ]));
