import type { Snapshot, SnapshotPicture } from '../../../shared/snapshot';
import { LANTERN, sealRings } from '../rendering/art/ornament';
import type { PathItem } from '../rendering/display-list';
import { widthOf } from '../rendering/fonts/font-files';
import type { Element } from '../rendering/layout/element';
import { clean } from '../rendering/text/clean';
import { NOWRAP, strong } from './parts';
import type { Art } from './template';

/** Between capitals, in parts of their size: a long name stands closer before it gets smaller. */
const CAPITAL_SPACING = [0.36, 0.18, 0.06];

/** The issuer's name in spaced capitals, on one line. */
export function masthead(snapshot: Snapshot, width: number): Element {
  const shown = clean(snapshot.issuer.name).toUpperCase();
  const [largest, smallest] = [11, 8];
  const sizeWith = (spacing: number) =>
    Math.min(largest, width / (widthOf(shown, 'textBold', 1) + spacing * (shown.length + 1)));
  const spacing = CAPITAL_SPACING.find((part) => sizeWith(part) >= smallest) ?? 0;
  const size = Math.floor(sizeWith(spacing) * 10) / 10;
  // The space after the last capital would move the line to the left.
  const style = { ...NOWRAP, letterSpacing: size * spacing, paddingLeft: size * spacing };
  return strong(shown, size, { ...style, color: snapshot.issuer.accent });
}

/** The largest size with the proportions of a picture that a room has. */
export function within(
  picture: { width: number; height: number },
  room: { width: number; height: number },
): { width: number; height: number } {
  const scale = Math.min(room.width / picture.width, room.height / picture.height);
  return { width: picture.width * scale, height: picture.height * scale };
}

/** A picture about a point, as large as a room allows. */
export function pictureAbout(
  picture: SnapshotPicture,
  x: number,
  y: number,
  room: { width: number; height: number },
): Art {
  const { width, height } = within(picture, room);
  return { kind: 'picture', key: picture.key, x: x - width / 2, y: y - height / 2, width, height };
}

const mark = ({ issuer }: Snapshot, x: number, y: number, size: number): PathItem => ({
  kind: 'path',
  d: issuer.logoPath ?? LANTERN,
  x,
  y,
  scale: size / 24,
  fill: issuer.accent,
  stroke: null,
  strokeWidth: 0,
  opacity: 1,
});

/** Of a picture, which says more than a mark and may be much wider. */
const LOGO_ROOM = { width: 190, height: 33 };
/** Such a picture stands higher, so that it keeps its distance from the name below. */
const RAISED = 3.5;

/** The issuer's logo in the middle of `centre`, `size` points high below `y`; a picture has a little more. */
export const logo = (snapshot: Snapshot, centre: number, y: number, size: number): Art =>
  snapshot.issuer.logo
    ? pictureAbout(snapshot.issuer.logo, centre, y + size / 2 - RAISED, LOGO_ROOM)
    : mark(snapshot, centre - size / 2, y, size);

/** The issuer's logo with its left upper corner at (left, y), and how wide it is. */
export function logoAt(
  snapshot: Snapshot,
  left: number,
  y: number,
  size: number,
): { art: Art; width: number } {
  const picture = snapshot.issuer.logo;
  if (!picture) {
    // The lantern stands in the middle half of its box.
    const [beside, width] = snapshot.issuer.logoPath ? [0, size] : [size / 4, size / 2];
    return { art: mark(snapshot, left - beside, y, size), width };
  }
  const { width } = within(picture, { width: LOGO_ROOM.width, height: size });
  return { art: pictureAbout(picture, left + width / 2, y + size / 2, { width, height: size }), width };
}

/** The issuer's seal, unless it has none. */
export function seal(snapshot: Snapshot, x: number, y: number, radius: number): Art[] {
  const { accent, logo: picture, seal: wanted } = snapshot.issuer;
  if (wanted?.shown === false) return [];
  const size = radius * 0.62;
  const room = { width: radius * 0.72, height: size };
  return [
    ...sealRings(x, y, radius, accent),
    picture ? pictureAbout(picture, x, y, room) : mark(snapshot, x - size / 2, y - size / 2, size),
  ];
}
