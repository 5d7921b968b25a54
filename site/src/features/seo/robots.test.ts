import { robots } from './robots';

const lines = robots('https://lumino.example').split('\n');

it('keeps private pages out, in both languages', () => {
  for (const path of [
    '/users/',
    '/es/users/',
    '/certificates',
    '/modules$',
    '/es/modules$',
    '/modules/*/lessons/',
  ])
    expect(lines).toContain(`Disallow: ${path}`);
});

it('keeps nothing out that is to be found', () => {
  const rules = lines.flatMap((line) => line.match(/^Disallow: (.*)/)?.[1] ?? []);
  const isKept = (path: string) =>
    rules.some((rule) => {
      const pattern = rule.replace(/[.?+^()[\]{}|\\]/g, '\\$&').replaceAll('*', '.*');
      return new RegExp(`^${pattern}`).test(path);
    });
  for (const path of [
    '/',
    '/es',
    '/catalog',
    '/modules/PRO',
    '/es/modules/PRO',
    '/teachers/ada-moreno',
    '/verify/X',
  ])
    expect([path, isKept(path)]).toEqual([path, false]);
  expect(isKept('/es/modules/PRO/lessons/loops')).toBe(true);
});

it('says where the sitemap is', () => expect(lines).toContain('Sitemap: https://lumino.example/sitemap.xml'));
