import { linkTarget } from './link-target';

describe('what a link in a lesson leads to', () => {
  it.each([
    ['loops', { to: 'lesson', code: 'PRO', slug: 'loops', anchor: '' }],
    ['loops#the-end', { to: 'lesson', code: 'PRO', slug: 'loops', anchor: 'the-end' }],
    ['#the-end', { to: 'lesson', code: 'PRO', slug: 'first', anchor: 'the-end' }],
    ['/modules/ALG/lessons/sorting', { to: 'lesson', code: 'ALG', slug: 'sorting', anchor: '' }],
    ['/es/modules/ALG', { to: 'module', code: 'ALG' }],
    ['/uploads/a.pdf', { to: 'upload', path: '/uploads/a.pdf' }],
    ['https://example.com/x', { to: 'elsewhere' }],
    ['mailto:ada@example.com', { to: 'elsewhere' }],
    ['/catalog', { to: 'elsewhere' }],
    ['', { to: 'nowhere' }],
    ['folder/loops.md', { to: 'nowhere' }],
    ['javascript:alert(1)', { to: 'script' }],
    ['JaVaScRiPt:alert(1)', { to: 'script' }],
    ['data:text/html,x', { to: 'script' }],
  ])('%s', (address, target) => expect(linkTarget(address, 'PRO', 'first')).toEqual(target));
});
