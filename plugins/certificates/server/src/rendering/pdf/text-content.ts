import type { TextItem } from '../display-list';
import type { DocumentFont } from './document-fonts';
import { channels, number } from './number';

/** The glyphs of a text, with the kerning between them in thousandths of the size. */
function glyphs(text: string, { pdf, face }: DocumentFont): string {
  const codes = pdf.encodeText(text).asString().match(/.{4}/g) ?? [];
  const run = face.layout(text);
  let shown = '';
  let open = '';
  codes.forEach((code, index) => {
    open += code;
    const kerning = (run.positions[index]?.xAdvance ?? 0) - (run.glyphs[index]?.advanceWidth ?? 0);
    const thousandths = Math.round((-kerning * 1000) / face.unitsPerEm);
    if (thousandths === 0 || index === codes.length - 1) return;
    shown += `<${open}>${thousandths}`;
    open = '';
  });
  return shown === '' ? `<${open}>Tj` : `[${shown}<${open}>]TJ`;
}

/** Writes the texts of one page; says colour, font and spacing only where they change. */
export function createTextWriter(
  height: number,
  fontOf: (item: TextItem) => DocumentFont,
): (item: TextItem) => string {
  const state = { color: '', font: '', spacing: '0' };
  return (item) => {
    const used = fontOf(item);
    const wanted = {
      color: channels(item.color),
      font: `/${used.name} ${number(item.size)}`,
      spacing: number(item.letterSpacing),
    };
    const changes = [
      wanted.color === state.color ? '' : `${wanted.color} rg`,
      wanted.font === state.font ? '' : `${wanted.font} Tf`,
      wanted.spacing === state.spacing ? '' : `${wanted.spacing} Tc`,
    ];
    Object.assign(state, wanted);
    return [
      'BT',
      ...changes.filter(Boolean),
      `${number(item.x)} ${number(height - item.y)} Td`,
      glyphs(item.text, used),
      'ET',
    ].join('\n');
  };
}
