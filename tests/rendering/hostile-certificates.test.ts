import type { Snapshot } from '../../plugins/certificates/shared/snapshot.ts';
import type { DrawnPage } from '../../plugins/certificates/server/src/rendering/display-list.ts';
import { drawPages } from '../../plugins/certificates/server/src/rendering/draw-pages.ts';
import { knownTemplate } from '../../plugins/certificates/server/src/rendering/known-template.ts';
import { BUILT_IN_TEMPLATES } from '../../plugins/certificates/server/src/rendering/renderer-thread.ts';
import { clean } from '../../plugins/certificates/server/src/rendering/text/clean.ts';
import { findUncoveredCharacters } from '../../plugins/certificates/server/src/rendering/text/coverage.ts';
import { hostileNames } from './hostile-names.ts';
import { faultsOf } from './ink.ts';
import { gradeSnapshot, moduleSnapshot } from './sample-snapshots.ts';
import { withoutSpaces } from './seen-certificate.ts';

/** The attacks, and as many generated names again; more of them with `HOSTILE_CERTIFICATES=2000`. */
const COUNT = Number(process.env.HOSTILE_CERTIFICATES ?? 60);
const SEED = Number(process.env.HOSTILE_SEED ?? 2);

jest.setTimeout(120_000 + COUNT * 500);

/** Points between the edge of the page and the inner line of the frame. */
const FRAME = 32;

const certificatesFor = (name: string): Snapshot[] => [
  moduleSnapshot({
    recipient: { name },
    achievements: [{ code: 'ABC', name, mark: 9, maximumMark: 10 }],
  }),
  gradeSnapshot({
    recipient: { name },
    achievements: [
      { code: 'ABC', name, mark: 9, maximumMark: 10 },
      { code: 'DEF', name: 'Álgebra', mark: 7, maximumMark: 10 },
    ],
  }),
];

const wordsOf = (pages: DrawnPage[]): string =>
  withoutSpaces(
    pages.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'text' ? [item.text] : []))).join(''),
  );

describe('certificates of hostile names (P5)', () => {
  it(`are drawn whole: no crash, empty box, text over text or beyond the frame (${COUNT}, seed ${SEED})`, async () => {
    const drawn = hostileNames(COUNT, SEED)
      .flatMap(certificatesFor)
      .filter((snapshot) => findUncoveredCharacters(snapshot).length === 0);
    const faults: string[] = [];
    for (const snapshot of drawn) {
      const pages = await drawPages(snapshot, knownTemplate(snapshot.template, BUILT_IN_TEMPLATES));
      faults.push(...pages.flatMap((page) => faultsOf(page, FRAME)));
      const { name } = snapshot.recipient;
      if (!wordsOf(pages).includes(withoutSpaces(clean(name))))
        faults.push(`not whole: ${JSON.stringify(name)}`);
    }
    expect(faults).toEqual([]);
    expect(drawn.length).toBeGreaterThan(COUNT);
  });
});
