import { decodeFlash, encodeFlash } from './flash';

it('carries a sentence to the next page', () => {
  expect(decodeFlash(encodeFlash({ key: 'requested', detail: 'guido@example.com' }))).toEqual({
    key: 'requested',
    detail: 'guido@example.com',
  });
});

it.each([
  '',
  'nonsense',
  Buffer.from('["<b>"]').toString('base64url'),
  Buffer.from('7').toString('base64url'),
])('says nothing for %p', (value) => {
  expect(decodeFlash(value)).toBeNull();
});
