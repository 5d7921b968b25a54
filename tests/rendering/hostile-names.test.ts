import type { TextItem } from '../../plugins/certificates/server/src/rendering/display-list.ts';
import { covers } from '../../plugins/certificates/server/src/rendering/fonts/font-files.ts';
import { clean } from '../../plugins/certificates/server/src/rendering/text/clean.ts';
import { findUncoveredCharacters } from '../../plugins/certificates/server/src/rendering/text/coverage.ts';
import { fit, type Fitted, type Room } from '../../plugins/certificates/server/src/rendering/text/fit.ts';
import { hostileNames } from './hostile-names.ts';
import { type Ink, inkOf, overlap } from './ink.ts';
import { moduleSnapshot } from './sample-snapshots.ts';
import { withoutSpaces } from './seen-certificate.ts';

// Ten thousand names are looked at where boxes and bounds are numbers: lines that are shaped and fitted into rooms, before
// they are placed on pages. Placing takes twenty times as long and does not look at letters; hostile-certificates.test.ts
// draws whole certificates of a sample.
const COUNT = Number(process.env.HOSTILE_NAMES ?? 10_000);
const SEED = Number(process.env.HOSTILE_SEED ?? 1);

jest.setTimeout(60_000 + COUNT * 30);

/** Like those of the templates: a name, a name again on the next page, a name of a module. */
const ROOMS: Room[] = [
  { width: 673, height: 76, largest: 42, oneLineFrom: 30, lineHeight: 1.15 },
  { width: 451, height: 30, largest: 17, oneLineFrom: 12, lineHeight: 1.15 },
  { width: 470, height: 58, largest: 24, oneLineFrom: 20, lineHeight: 1.15 },
];

/** In sizes: how far the first and last letters reach out of their own widths, as f and points under Hebrew do. */
const REACHES_OUT = 0.4;

const inkOfLines = ({ lines, size, lineHeight }: Fitted, font: TextItem['font']): Ink[] =>
  lines.map((text, index) =>
    inkOf({
      kind: 'text',
      text,
      font,
      size,
      x: 0,
      y: index * size * lineHeight,
      color: '#000000',
      letterSpacing: 0,
    }),
  );

function faultsOf(name: string, room: Room): string[] {
  const shown = clean(name);
  const font = covers('display', shown) ? 'display' : 'textBold';
  const fitted = fit(shown, font, room);
  const inks = inkOfLines(fitted, font);
  const out = REACHES_OUT * fitted.size;
  const found: [string, boolean][] = [
    ['letters are missing', withoutSpaces(fitted.lines.join('')) !== withoutSpaces(shown)],
    ['an empty box', inks.some(({ hasEmptyBox }) => hasEmptyBox)],
    ['wider than its room', inks.some(({ end }) => end > room.width)],
    ['ink beside its room', inks.some(({ left, right }) => left < -out || right > room.width + out)],
    [
      'higher than its room',
      fitted.size > 5 && fitted.lines.length * fitted.size * fitted.lineHeight > room.height + 0.01,
    ],
    [
      'a line over another',
      inks.some((ink, index) => inks[index + 1] && overlap(ink, inks[index + 1] as Ink)),
    ],
  ];
  return found.flatMap(([what, isSo]) =>
    isSo ? [`${what}: ${JSON.stringify(name)} at ${fitted.size}`] : [],
  );
}

const refused = (name: string) =>
  findUncoveredCharacters(moduleSnapshot({ recipient: { name }, achievements: [] }));

describe('hostile names (P5)', () => {
  it(`are refused by character, or fitted whole: no crash, empty box, overflow or line over line (${COUNT}, seed ${SEED})`, () => {
    const drawn = hostileNames(COUNT, SEED).filter((name) => refused(name).length === 0);
    expect(drawn.flatMap((name) => ROOMS.flatMap((room) => faultsOf(name, room)))).toEqual([]);
    // Half of what is generated can be drawn, so the test has something to find.
    expect(drawn.length).toBeGreaterThan(COUNT / 2);
  });

  it.each([
    ['emoji', 'Ada 🎓', ['🎓']],
    ['emoji made of several', '👩‍🎓', ['👩', '🎓']],
    ['more than four marks on a letter', `Z${'\u0301'.repeat(30)}a`, ['\u0301']],
    ['a mark that the face of its letter does not know where to put', 'ゑ\u030C', ['\u030C']],
    ['half a character', 'Ada\uD83D', ['\uFFFD']],
  ])('are refused by the very character: %s', (_, name, characters) => {
    expect(refused(name).map(({ character }) => character)).toEqual(characters);
  });
});
