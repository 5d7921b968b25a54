import { dictionary } from '@zxcvbn-ts/language-common';
import { isGuessable, PASSWORD_LENGTH } from './guessable-password';

const KNOWN = ['guido', 'Guido van Rossum', 'guido@example.com', 'Lumino', 'lumino.example'];

describe('a password that is guessed at once (P7)', () => {
  it.each([
    'password',
    'Password',
    '12345678',
    'qwertyuiop',
    'iloveyou',
    'SUNSHINE',
    '1qaz2wsx',
    'zzzzzzzz',
    '        ',
  ])('%p is what many people have', (password) => expect(isGuessable(password, [])).toBe(true));

  it.each([
    'guido123',
    'guido1985!',
    'Lumino2026',
    'GuidoLumino',
    'vanrossum1!',
    'lumino-guido-1',
    'example2026',
  ])('%p is what its owner and the school are called', (password) =>
    expect(isGuessable(password, KNOWN)).toBe(true),
  );

  it.each([
    'lumino-demo-2026',
    'long enough',
    'my guido is a snake',
    'guido-pine',
    'ñandú corre mucho',
    '正しい馬の電池とホチキス',
    'Ana y yo',
  ])('%p is none', (password) => expect(isGuessable(password, [...KNOWN, 'An', ''])).toBe(false));

  it('is looked for among more than the three thousand that the standard asks for', () => {
    const long = dictionary['passwords-common'].filter(({ length }) => length >= PASSWORD_LENGTH);
    expect(long.length).toBeGreaterThan(3000);
    expect(long.slice(0, 3000).every((password) => isGuessable(password, []))).toBe(true);
  });
});
