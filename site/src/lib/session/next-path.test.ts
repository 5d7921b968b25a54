import { nextPath } from './next-path';

describe('where to go after log-in (H5)', () => {
  it.each(['/modules', '/es/modules/PRO?x=1#top', '/'])('%s is a page of ours', (path) =>
    expect(nextPath(path, '/')).toBe(path),
  );

  it.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'modules',
    '',
    null,
    undefined,
  ])('%p is refused', (path) => expect(nextPath(path, '/home')).toBe('/home'));
});
