import type { Snapshot } from '../../plugins/certificates/shared/snapshot.ts';
import { drawPages } from '../../plugins/certificates/server/src/rendering/draw-pages.ts';
import { knownTemplate } from '../../plugins/certificates/server/src/rendering/known-template.ts';
import { BUILT_IN_TEMPLATES } from '../../plugins/certificates/server/src/rendering/renderer-thread.ts';
import { isReadableOnWhite } from '../../plugins/certificates/shared/contrast.ts';
import { brandedIssuer, PICTURES } from './sample-branding.ts';
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

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where a template draws pictures and codes, by page. */
function drawnBoxes(snapshot: Snapshot): Box[][] {
  const template = knownTemplate(snapshot.template, BUILT_IN_TEMPLATES);
  const pages = template.pages(snapshot, template.schema.parse(snapshot.template.options));
  return pages.map(({ art }) =>
    art.flatMap((item): Box[] => {
      if (item.kind === 'picture')
        return [{ left: item.x, top: item.y, right: item.x + item.width, bottom: item.y + item.height }];
      if (item.kind !== 'path') return [];
      // The seal is a rosette that is not faint: what stands in its corners is not over it.
      if (item.rotation === 0 && item.opacity === 0.9) {
        const reach = item.scale * 1000 * 0.85;
        return [{ left: item.x - reach, top: item.y - reach, right: item.x + reach, bottom: item.y + reach }];
      }
      if (item.alternative === undefined) return [];
      const side = 76;
      return [{ left: item.x + 8, top: item.y + 8, right: item.x + 8 + side, bottom: item.y + 8 + side }];
    }),
  );
}

const hidden = ({ width, height, lines }: SeenPage, boxes: Box[]): string[] =>
  boxes.flatMap((box) => [
    ...(box.left < FRAME || box.top < FRAME || box.right > width - FRAME || box.bottom > height - FRAME
      ? [`a picture at ${box.left}, ${box.top} leaves the frame`]
      : []),
    ...lines
      .filter((line) => meet(line, { ...box, text: '' }))
      .map(({ text }) => `"${text}" is over a picture at ${box.left}, ${box.top}`),
  ]);

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

const SHEETS = (['a4', 'letter'] as const).flatMap((paper) =>
  (['landscape', 'portrait'] as const).map((orientation) => ({ paper, orientation })),
);
const MODULE_DESIGNS = ['module-certificate', 'module-certificate-modern'];
const VARIANTS = MODULE_DESIGNS.flatMap((key) =>
  SHEETS.map((options) => ({ key, ...options, template: { key, version: 1, options } })),
);

/** As full as a certificate gets: everything that branding can add, and the longest of everything. */
const fullest = (facts: Partial<Snapshot>): Partial<Snapshot> => ({
  language: 'es',
  issuer: brandedIssuer(manySigners),
  recipient: { name: UNBROKEN },
  expiresAt: '2027-12-01T00:00:00.000Z',
  ...facts,
});

const expectInOrder = async (snapshot: Snapshot): Promise<void> => {
  const { pages } = await seen(snapshot, { pictures: PICTURES });
  const boxes = drawnBoxes(snapshot);
  expect(pages.flatMap((page, index) => [...faults(page), ...hidden(page, boxes[index] ?? [])])).toEqual([]);
  const text = textOf(pages);
  const { note = '' } = snapshot.issuer.texts ?? {};
  const names = snapshot.achievements.map(({ name }) => name);
  for (const words of [snapshot.recipient.name, note, ...names]) expect(text).toContain(withoutSpaces(words));
};

describe.each(VARIANTS)('$key on $paper, $orientation', ({ template, paper, orientation }) => {
  it('has the size of its paper, and says until when it is valid', async () => {
    const { pages } = await seen(moduleSnapshot({ template, expiresAt: '2027-12-01T00:00:00.000Z' }));
    const [short, long] = paper === 'a4' ? [595, 842] : [612, 792];
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      orientation === 'portrait' ? [short, long] : [long, short],
    ]);
    expect(textOf(pages)).toContain('November30,2027');
    expect(pages.flatMap(faults)).toEqual([]);
  });

  it('has room for the longest of everything, with pictures, a note and an end of validity', async () => {
    const [achievement] = longModules;
    await expectInOrder(
      moduleSnapshot({ template, ...fullest({ achievements: achievement ? [achievement] : [] }) }),
    );
  });
});

describe('the grade certificate on both papers', () => {
  it.each((['a4', 'letter'] as const).flatMap((paper) => [1, 11, 60].map((count) => ({ paper, count }))))(
    'has room for $count modules on $paper, fully branded',
    async ({ paper, count }) => {
      const template = { key: 'grade-certificate', version: 1, options: { paper } };
      await expectInOrder(gradeSnapshot({ template, ...fullest({ achievements: modules(count) }) }));
    },
  );
});

describe('the colours of texts', () => {
  it.each([...MODULE_DESIGNS, 'grade-certificate'])(
    'of %s can be read on white (WCAG 1.4.3)',
    async (key) => {
      const snapshot = gradeSnapshot({ template: { key, version: 1, options: {} } });
      const [page] = await drawPages(snapshot, knownTemplate(snapshot.template, BUILT_IN_TEMPLATES));
      const colors = page?.items.flatMap((item) => (item.kind === 'text' ? [item.color] : [])) ?? [];
      expect(colors.length).toBeGreaterThan(5);
      expect(colors.filter((color) => !isReadableOnWhite(color))).toEqual([]);
    },
  );
});
