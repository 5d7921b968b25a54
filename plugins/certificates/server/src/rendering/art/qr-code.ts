import QRCode from 'qrcode';
import type { PathItem } from '../display-list';

/** What the alphanumeric mode of QR codes has, which takes a third less room than bytes. */
const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]+$/;

/** An address ends with a code in capitals. Said here, since looking for the shortest way takes longer than drawing it. */
function segmentsOf(text: string): QRCode.QRCodeSegment[] {
  const cut = text.lastIndexOf('/') + 1;
  const [address, code] = [text.slice(0, cut), text.slice(cut)];
  if (!ALPHANUMERIC.test(code)) return [{ data: Buffer.from(text), mode: 'byte' }];
  const start: QRCode.QRCodeSegment[] = address === '' ? [] : [{ data: Buffer.from(address), mode: 'byte' }];
  return [...start, { data: code, mode: 'alphanumeric' }];
}

/** A QR code as one vector path, `side` points wide with its quiet zone of four modules (ISO/IEC 18004). */
export function qrCode(text: string, x: number, y: number, side: number, color: string): PathItem {
  const { modules } = QRCode.create(segmentsOf(text), { errorCorrectionLevel: 'M' });
  const count = modules.size;
  let d = '';
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (!modules.get(row, column)) continue;
      let length = 1;
      while (column + length < count && modules.get(row, column + length)) length++;
      d += `M${column + 4} ${row + 4}h${length}v1h-${length}z`;
      column += length;
    }
  }
  return {
    kind: 'path',
    d,
    x,
    y,
    scale: side / (count + 8),
    fill: color,
    stroke: null,
    strokeWidth: 0,
    opacity: 1,
  };
}
