import { comesFromHere } from './same-origin';

const post = (headers: Record<string, string>) => comesFromHere('POST', new Headers(headers));

describe('a post from another site is refused (P9)', () => {
  it('reading is always allowed', () =>
    expect(comesFromHere('GET', new Headers({ origin: 'https://evil.example' }))).toBe(true));
  it('a form of this site is accepted', () =>
    expect(post({ origin: 'https://lumino.example', host: 'lumino.example' })).toBe(true));
  it('a form of another site is not', () =>
    expect(post({ origin: 'https://evil.example', host: 'lumino.example' })).toBe(false));
  it('another port is another site', () =>
    expect(post({ origin: 'http://localhost:1337', host: 'localhost:4321' })).toBe(false));
  it('a page that hides where it is from is not', () =>
    expect(post({ origin: 'null', host: 'lumino.example' })).toBe(false));
  it('nor is a request that says nothing', () => expect(post({ host: 'lumino.example' })).toBe(false));
});
