import { createHash } from 'node:crypto';
import { Resvg } from '@resvg/resvg-js';
import type { Issuer, SnapshotPicture } from '../../plugins/certificates/shared/snapshot.ts';
import { normalise } from '../../plugins/certificates/server/src/pictures/normalise.ts';
import type { Pictures } from '../../plugins/certificates/server/src/rendering/picture/place-picture.ts';

/** Pictures by key, as they would come from the database. */
export const PICTURES: Pictures = {};

const added = (bytes: Buffer): SnapshotPicture => {
  const { data, mediaType, width, height } = normalise(bytes);
  const key = createHash('sha256').update(data).digest('hex');
  PICTURES[key] = { mediaType, data };
  return { key, width, height };
};

const svg = (width: number, height: number, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${content}</svg>`;

const HANDWRITING = svg(
  300,
  90,
  '<path d="M10 60C30 10 45 5 50 40S40 85 30 70 80 20 100 45 90 70 110 55 130 40 135 55 150 60 160 42 175 30 180 52 205 62 215 40C240 15 260 70 292 35" fill="none" stroke="#16306b" stroke-width="3.2" stroke-linecap="round"/>',
);
export const VECTOR_HANDWRITING = added(Buffer.from(HANDWRITING));
export const PIXEL_HANDWRITING = added(
  Buffer.from(new Resvg(HANDWRITING, { fitTo: { mode: 'width', value: 600 } }).render().asPng()),
);
export const LOGO = added(
  Buffer.from(
    svg(
      180,
      60,
      '<path fill-rule="evenodd" fill="#7a1f3d" d="M30 2L56 14V34C56 48 44 56 30 60 16 56 4 48 4 34V14ZM30 12L46 20V34C46 43 39 48 30 51 21 48 14 43 14 34V20Z"/><circle cx="30" cy="31" r="8" fill="#c58b1e"/><rect x="70" y="14" width="104" height="10"/>',
    ),
  ),
);

const words = (text: string): string => `${text} `.repeat(20).slice(0, 199).trimEnd();

/** An issuer with everything that branding can add: pictures, and each text as long as it may be. */
export const brandedIssuer = (issuer: Issuer): Issuer => ({
  ...issuer,
  logo: LOGO,
  signatures: issuer.signatures.map((signature, index) => ({
    ...signature,
    picture: index === 1 ? PIXEL_HANDWRITING : VECTOR_HANDWRITING,
  })),
  texts: {
    gradeTitle: words('Registro académico definitivo'),
    moduleTitle: words('Diploma de aprovechamiento'),
    certifies: words('Por la presente se hace constar que'),
    gradeCompleted: words('ha cursado {count} módulos'),
    moduleCompleted: words('ha superado las pruebas del módulo'),
    note: words('Acreditado por el Consejo Iberoamericano'),
  },
});
