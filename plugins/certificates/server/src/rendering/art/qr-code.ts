import QRCode from 'qrcode';
import type { PathItem } from '../display-list';

/** A QR code as one vector path, `side` points wide with its quiet zone of four modules (ISO/IEC 18004). */
export function qrCode(text: string, x: number, y: number, side: number, color: string): PathItem {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
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
