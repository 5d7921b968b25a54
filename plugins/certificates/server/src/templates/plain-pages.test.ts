import { jsx, jsxs, Fragment } from 'react/jsx-runtime';
import { as, h } from '../rendering/layout/element';
import { plainPages } from './plain-pages';

const page = (tree: unknown, art: unknown[] = []) => ({ width: 595, height: 842, tree, art });
const treeOf = (tree: unknown) => plainPages([page(tree)])[0]?.tree;

describe('the pages of a template of somebody else', () => {
  it('may be written with h or with JSX, and are the same plain data', () => {
    const written = treeOf(
      h({ width: 595 }, as('H1', h({ fontSize: 20 }, 'Ada Moreno')), h({ fontSize: 9 }, 'Rector')),
    );
    const Name = ({ name }: { name: string }) =>
      jsxs('span', { role: 'H1', style: { fontSize: 20 }, children: ['Ada ', name] } as never);
    const jsxTree = jsxs('div', {
      style: { width: 595 },
      children: [
        jsx(Name, { name: 'Moreno' }),
        jsx(Fragment, { children: jsx('div', { style: { fontSize: 9 }, children: 'Rector' }) }),
        false,
      ],
    });
    const same = [
      { type: 'div', props: { role: 'H1', style: { fontSize: 20 }, children: 'Ada Moreno' } },
      { type: 'div', props: { style: { fontSize: 9 }, children: 'Rector' } },
    ];
    for (const tree of [written, treeOf(jsxTree)]) expect(tree?.props.children).toMatchObject(same);
    expect(structuredClone(plainPages([page(jsxTree)]))).toEqual(plainPages([page(jsxTree)]));
  });

  it.each([
    ['nothing', [], 'Too small'],
    ['a picture as element', [page(jsx('img', { src: 'x' }))], '<img>; only <div> and <span>'],
    [
      'an unknown role',
      [page(jsx('div', { role: 'banner', children: 'x' }))],
      'the role "banner"; known are H1',
    ],
    [
      'something else in the tree',
      [page(h({}, { when: new Date() } as never))],
      'neither an element nor a text',
    ],
    ['a colour that is none', [page(h({}, 'x'), [{ kind: 'path', fill: 'red' }])], 'must be #rrggbb'],
    ['a size that is none', [{ ...page(h({}, 'x')), width: Number.NaN }], 'width'],
  ])('are refused with %s', (_, pages, why) => {
    expect(() => plainPages(pages)).toThrow(why);
  });
});
