import type { TextItem } from '../display-list';
import { face } from '../fonts/faces';
import { placedRuns, type PlacedRun } from '../shape/place-runs';
import { codeInHex } from './character-map';
import type { DocumentFont, DocumentFonts } from './document-fonts';
import { channels, number } from './number';
import { glyphPath } from './glyph-path';
import { textString } from './syntax';

/** A glyph that stands for no character: drawn as a shape, since as text it would be read as one. */
interface Silent {
  x: number;
  operators: string;
}

/** Thousandths of the size: what nobody sees, and widths rounded by a document add up to. */
const LEAST_MOVE = 3;

/** Shows the glyphs of a run, moved to where shaping wants them, in thousandths of the size. */
function show(run: PlacedRun, font: DocumentFont): { shown: string; silent: Silent[] } {
  const { unitsPerEm } = face(run.face).glyphs;
  const thousandths = (units: number) => (units * 1000) / unitsPerEm;
  const texts = run.texts();
  const silent: Silent[] = [];
  let shown = '';
  let array = '';
  let open = '';
  let rise = 0;
  /** Where the next glyph would stand by itself, and where shaping wants it. */
  let pen = 0;
  let wanted = 0;
  const closeString = () => {
    if (open !== '') array += `<${open}>`;
    open = '';
  };
  const closeArray = () => {
    closeString();
    if (array !== '') shown += /^<[^>]*>$/.test(array) ? `${array}Tj\n` : `[${array}]TJ\n`;
    array = '';
  };
  run.glyphs.forEach(({ id, xAdvance, xOffset, yOffset }, index) => {
    const text = texts[index];
    if (text === null || text === undefined) {
      const x = run.x + (thousandths(wanted + xOffset) / 1000) * run.size;
      silent.push({ x, operators: glyphPath(run, id, yOffset) });
    } else {
      const risen = Math.round(thousandths(yOffset));
      if (risen !== rise) {
        closeArray();
        shown += `${number((risen / 1000) * run.size)} Ts\n`;
        rise = risen;
      }
      const move = Math.round(pen - thousandths(wanted + xOffset));
      if (Math.abs(move) >= LEAST_MOVE) {
        closeString();
        array += move;
        pen -= move;
      }
      open += codeInHex(font.code(id, text));
      pen += font.width(id);
    }
    wanted += xAdvance;
  });
  closeArray();
  if (rise !== 0) shown += '0 Ts\n';
  return { shown: shown.trimEnd(), silent };
}

/**
 * Some readers put marks where they see them instead of where they are read, unless they are told the text as a whole.
 * From right to left nobody is told: mupdf would turn it around.
 */
const isMisplaced = ({ isRightToLeft, text }: PlacedRun): boolean => !isRightToLeft && /\p{M}/u.test(text);

/** Writes the texts of one page; says colour, font and spacing only where they change. */
export function createTextWriter(height: number, fonts: DocumentFonts): (item: TextItem) => string {
  const state = { color: '', font: '', spacing: '0' };
  return (item) => {
    const baseline = height - item.y;
    const silent: Silent[] = [];
    // In the order of reading, and each a text object of its own: readers turn runs from right to left, but cannot tell
    // where one ends within a text object, and do not order them.
    const parts = placedRuns(item)
      .sort((a, b) => a.order - b.order)
      .map((run) => {
        const font = fonts.use(run.face);
        const { shown, silent: shapes } = show(run, font);
        silent.push(...shapes);
        const wanted = {
          color: channels(item.color),
          font: `/${font.name} ${number(run.size)}`,
          spacing: number(run.spacing),
        };
        const changes = [
          wanted.color === state.color ? '' : `${wanted.color} rg`,
          wanted.font === state.font ? '' : `${wanted.font} Tf`,
          wanted.spacing === state.spacing ? '' : `${wanted.spacing} Tc`,
        ].filter(Boolean);
        Object.assign(state, wanted);
        const content = ['BT', ...changes, `${number(run.x)} ${number(baseline)} Td`, shown, 'ET'].join('\n');
        return isMisplaced(run)
          ? `/Span <</ActualText${textString(run.text)}>> BDC\n${content}\nEMC`
          : content;
      });
    const shapes = silent.map(
      ({ x, operators }) => `q 1 0 0 1 ${number(x)} ${number(baseline)} cm\n${operators}\nQ`,
    );
    return [...parts, ...shapes].join('\n');
  };
}
