import type { FontKey } from '../display-list';
import { widthOf } from '../fonts/font-files';
import { lazily } from '../remember';
import { clustersOf } from '../shape/itemise';
import { type Segment, segmentsOf } from './break-opportunities';

interface MeasuredSegment extends Segment {
  width: number;
  /** Its characters, for where it is wider than a line. */
  clusters: () => MeasuredCluster[];
}

interface MeasuredCluster {
  text: string;
  /** At the start of a line. */
  width: number;
  /** What it adds behind its neighbour, with kerning, which can be wide, and the forms of joined letters. */
  advance: number;
}

export interface MeasuredText {
  /** Measured when somebody asks: most texts fit on one line. */
  segments: () => MeasuredSegment[];
  /** On one line. */
  width: number;
  space: number;
}

/** Widths of the parts of a text at size 1; every other size is a multiple, so they are measured once. */
export function measure(text: string, font: FontKey): MeasuredText {
  const width = (part: string): number => widthOf(part, font, 1);
  const clusters = (segment: string): MeasuredCluster[] =>
    clustersOf(segment).map((cluster, index, all) => {
      const before = all[index - 1];
      const alone = width(cluster);
      const advance = before === undefined ? alone : width(before + cluster) - width(before);
      return { text: cluster, width: alone, advance };
    });
  const segments = lazily(() =>
    segmentsOf(text).map((segment) => ({
      ...segment,
      width: width(segment.text),
      clusters: lazily(() => clusters(segment.text)),
    })),
  );
  return { segments, width: width(text), space: width(' ') };
}

/**
 * Lines of at most `width` (at size 1), broken where the script allows it; a word that is wider than a line, even between
 * characters. Nothing is left out.
 */
export function breakLines({ segments, space }: MeasuredText, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const close = () => {
    if (line !== '') lines.push(line);
    line = '';
    used = 0;
  };
  for (const segment of segments()) {
    const gap = segment.afterSpace ? space : 0;
    if (line !== '' && used + gap + segment.width <= width) {
      line += (segment.afterSpace ? ' ' : '') + segment.text;
      used += gap + segment.width;
      continue;
    }
    close();
    if (segment.width <= width) {
      line = segment.text;
      used = segment.width;
      continue;
    }
    for (const cluster of segment.clusters()) {
      const startsLine = line === '' || used + cluster.advance > width;
      if (startsLine) close();
      line += cluster.text;
      used += startsLine ? cluster.width : cluster.advance;
    }
  }
  close();
  return lines;
}

/** As many lines as `breakLines` gives, but of like lengths: no last line of one word. */
export function breakEvenly(text: MeasuredText, width: number): string[] {
  const lines = breakLines(text, width);
  if (lines.length < 2) return lines;
  let best = lines;
  for (let narrower = width * 0.98; narrower >= width / 2; narrower -= width * 0.02) {
    if (text.segments().some((segment) => segment.width > narrower)) break;
    const tried = breakLines(text, narrower);
    if (tried.length > lines.length) break;
    best = tried;
  }
  return best;
}
