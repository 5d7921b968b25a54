import encodeQR from 'qr';
import type { PathItem } from '../display-list';

/** Modules of white that readers need around a code (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A QR code as one vector path, `side` points wide with its quiet zone. */
export function qrCode(text: string, x: number, y: number, side: number, color: string): PathItem {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  let d = '';
  rows.forEach((row, top) => {
    for (let left = 0; left < row.length; left++) {
      let length = 0;
      while (row[left + length]) length++;
      if (length > 0) d += `M${left} ${top}h${length}v1h-${length}z`;
      left += length;
    }
  });
  return {
    kind: 'path',
    d,
    x,
    y,
    scale: side / rows.length,
    fill: color,
    stroke: null,
    strokeWidth: 0,
    opacity: 1,
  };
}
