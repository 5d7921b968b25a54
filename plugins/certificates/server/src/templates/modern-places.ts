import type { Sheet } from './paper';

interface Room {
  y: number;
  height: number;
  largest: number;
  oneLineFrom: number;
}

/** Where everything stands on a modern certificate, in points. */
export interface ModernPlaces {
  sheet: Sheet;
  /** Of everything but the band. */
  left: number;
  width: number;
  band: {
    x: number;
    y: number;
    width: number;
    height: number;
    edge: { x: number; y: number; width: number; height: number };
  };
  /** Around a corner or an edge of the paper, so that all that is seen of it is in the band. */
  rosette: { x: number; y: number; radius: number; opacity: number };
  /** Mark and name of the issuer; it ends before the seal. */
  lockup: { y: number; width: number };
  title: Room;
  certifies: number;
  name: Room;
  completed: number;
  module: Room;
  facts: number;
  signatures: number;
  note: { y: number; width: number };
  /** The lower end of the address. */
  verify: number;
  seal: { x: number; y: number; radius: number };
  /** `tile`: on the band, where a QR code needs a white ground. */
  code: { right: number; bottom: number; tile: boolean };
}

const EDGE = 6;

export function landscapePlaces(sheet: Sheet): ModernPlaces {
  const { width, height } = sheet;
  const band = 168;
  const left = band + EDGE + 62;
  const margin = 56;
  const more = Math.round(height - 595.28);
  return {
    sheet,
    left,
    width: width - left - margin,
    band: {
      x: 0,
      y: 0,
      width: band,
      height,
      edge: { x: band, y: 0, width: EDGE, height },
    },
    rosette: { x: 0, y: 0, radius: band - 10, opacity: 0.5 },
    lockup: { y: 54, width: width - left - margin },
    title: { y: 104, height: 66, largest: 40, oneLineFrom: 26 },
    certifies: 183,
    name: { y: 207, height: 58, largest: 42, oneLineFrom: 24 },
    completed: 268,
    module: { y: 288, height: 52, largest: 20, oneLineFrom: 17 },
    facts: 366,
    signatures: 454 + more,
    note: { y: 490 + more, width: width - left - margin },
    verify: 543 + more,
    seal: { x: band + EDGE / 2, y: 352, radius: 42 },
    code: { right: band / 2 + 46, bottom: height - 48, tile: true },
  };
}

export function portraitPlaces(sheet: Sheet): ModernPlaces {
  const { width, height } = sheet;
  const band = 132;
  const left = 58;
  const inner = width - 2 * left;
  const more = Math.round(height - 841.89);
  const share = (part: number) => Math.round(more * part);
  return {
    sheet,
    left,
    width: inner,
    band: {
      x: 0,
      y: 0,
      width,
      height: band,
      edge: { x: 0, y: band, width, height: EDGE },
    },
    rosette: { x: 0, y: 0, radius: band - 8, opacity: 0.5 },
    lockup: { y: 180 + share(0.2), width: inner - 116 },
    title: { y: 226 + share(0.3), height: 88, largest: 40, oneLineFrom: 26 },
    certifies: 335 + share(0.5),
    name: { y: 359 + share(0.5), height: 66, largest: 44, oneLineFrom: 25 },
    completed: 432 + share(0.6),
    module: { y: 454 + share(0.6), height: 70, largest: 22, oneLineFrom: 18 },
    facts: 552 + share(0.7),
    signatures: 668 + more,
    note: { y: 706 + more, width: inner - 116 },
    verify: 784 + more,
    seal: { x: width - left - 46, y: band + EDGE / 2, radius: 46 },
    code: { right: width - left + 8, bottom: 792 + more, tile: false },
  };
}
