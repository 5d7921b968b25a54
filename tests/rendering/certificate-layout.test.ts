import type { Snapshot } from '../../plugins/certificates/shared/snapshot.ts';
import { gradeSnapshot, LONG_MODULE_NAME, modules, moduleSnapshot } from './sample-snapshots.ts';
import { seen, type SeenLine, type SeenPage, textOf, withoutSpaces } from './seen-certificate.ts';

// Rendering is quick, but the first one reads the fonts, and a busy machine makes everything slow.
jest.setTimeout(60_000);

/** Points between the edge of the page and the inner line of the frame. */
const FRAME = 32;

const meet = (a: SeenLine, b: SeenLine): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** What is wrong with a page: texts beyond the frame, and texts over each other. */
const faults = ({ width, height, lines }: SeenPage): string[] => [
  ...lines
    .filter(
      ({ left, right, top, bottom }) =>
        left < FRAME || right > width - FRAME || top < FRAME || bottom > height - FRAME,
    )
    .map(({ text }) => `"${text}" leaves the frame`),
  ...lines.flatMap((line, index) =>
    lines
      .slice(index + 1)
      .flatMap((other) => (meet(line, other) ? [`"${line.text}" is over "${other.text}"`] : [])),
  ),
];

const UNBROKEN = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(6).slice(0, 200);
const WIDEST = 'W'.repeat(200);
const manySigners = {
  ...gradeSnapshot().issuer,
  name: 'Universidad Nacional Autónoma de Aprendizaje Permanente y a Distancia',
  signatures: [
    {
      name: 'Dr. Maximiliana Guadalupe Hernández-Villaseñor',
      title: 'Dean of the Faculty of Engineering and Computing',
    },
    { name: 'Ada Moreno', title: 'Head of studies' },
    { name: 'Bartholomew Featherstonehaugh-Cholmondeley', title: 'Rector' },
  ],
};

const longModules = modules(12).map((module, index) => ({
  ...module,
  code: 'WWWWMMMMWWWW',
  name: index % 3 === 0 ? LONG_MODULE_NAME : index % 3 === 1 ? UNBROKEN : module.name,
}));

describe('nothing leaves the frame or hides something else', () => {
  const cases: [string, Snapshot][] = [
    ...[0, 1, 12, 13, 24, 60].map((count): [string, Snapshot] => [
      `${count} modules`,
      gradeSnapshot({ achievements: modules(count), language: 'es' }),
    ]),
    [
      '200 letters without a space',
      gradeSnapshot({ recipient: { name: UNBROKEN }, achievements: modules(13) }),
    ],
    ['the widest 200 letters', gradeSnapshot({ recipient: { name: WIDEST }, achievements: modules(13) })],
    ['long codes and names of modules', gradeSnapshot({ achievements: longModules })],
    ['many long signatures', gradeSnapshot({ issuer: manySigners })],
    ['200 letters on a module certificate', moduleSnapshot({ recipient: { name: UNBROKEN } })],
    ['the widest 200 letters on a module certificate', moduleSnapshot({ recipient: { name: WIDEST } })],
    [
      'a long name of the module',
      moduleSnapshot({
        achievements: [{ code: 'OOP', name: LONG_MODULE_NAME, mark: 9, maximumMark: 10 }],
        language: 'es',
      }),
    ],
    [
      'a name of the module without a space',
      moduleSnapshot({ achievements: [{ code: 'OOP', name: UNBROKEN, mark: 9, maximumMark: 10 }] }),
    ],
    ['many long signatures on a module certificate', moduleSnapshot({ issuer: manySigners })],
  ];

  it.each(cases)('with %s', async (_, snapshot) => {
    const { pages } = await seen(snapshot);
    expect(pages.flatMap(faults)).toEqual([]);
    const text = textOf(pages);
    for (const words of [snapshot.recipient.name, ...snapshot.achievements.map(({ name }) => name)]) {
      expect(text).toContain(withoutSpaces(words));
    }
  });
});

describe('the pages of a grade certificate (C4)', () => {
  it.each([
    [0, 1],
    [1, 1],
    [12, 1],
    [13, 2],
    [24, 2],
    [60, 4],
  ])(
    '%i modules take %i page(s), each with name and serial number, no module twice',
    async (count, expected) => {
      const snapshot = gradeSnapshot({ achievements: modules(count) });
      const { pages } = await seen(snapshot);
      expect(pages).toHaveLength(expected);
      for (const page of pages) {
        expect(textOf([page])).toContain('MaríaNúñez');
        expect(textOf([page])).toContain(snapshot.serial);
      }
      const codes = pages.flatMap(({ lines }) => lines.flatMap(({ text }) => text.match(/\bM-\d+\b/g) ?? []));
      expect(codes).toEqual(snapshot.achievements.map(({ code }) => code));
      if (expected > 1) expect(textOf(pages.slice(-1))).toContain(`Page${expected}of${expected}`);
    },
  );
});
