import type { Picture } from '../lib/cms/contracts';

/** For what takes no `srcset`: a picture across a column. */
const PLAIN_WIDTH = 800;
/** The widest rendition that is drawn of anything (cms/src/media/renditions.ts). */
const WIDEST = 1920;

export interface Candidates {
  /** On the cms, as the library has it. */
  src: string;
  /** Narrowest first; the one with `src` alone where there is no choice. */
  offered: { url: string; width: number }[];
}

/**
 * What of a picture a browser may choose from. The original, often many times as heavy, only where nothing that was drawn
 * from it is as wide.
 */
export function candidatesOf(picture: Picture): Candidates {
  const { renditions, width } = picture;
  const widest = renditions.at(-1);
  const offered = widest && widest.width >= Math.min(width, WIDEST) ? renditions : [...renditions, picture];
  const plain = offered.find((one) => one.width >= PLAIN_WIDTH) ?? offered.at(-1) ?? picture;
  return { src: plain.url, offered };
}
