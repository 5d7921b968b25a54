/**
 * What a template is made with, for applications: `@lumino/strapi-plugin-certificates/templates`. It is the same bundle as
 * the plugin itself, so fonts are loaded once and texts are measured as they will be drawn.
 */
export { z } from 'zod';
export type { Snapshot, Issuer, SnapshotPicture } from '../../../shared/snapshot';
export type { Achievement, Kind } from '../../../shared/contracts/certificate';
export { as, type Child, type Element, h, type Role } from '../rendering/layout/element';
export { block, disc, frame, rosette, rule } from '../rendering/art/ornament';
export { qrCode } from '../rendering/art/qr-code';
export { widthOf } from '../rendering/fonts/font-files';
export type { DrawItem, FontKey, PathItem } from '../rendering/display-list';
export type { PictureItem } from '../rendering/picture/place-picture';
export type { Room } from '../rendering/text/fit';
export { logo, logoAt, masthead, pictureAbout, seal, within } from '../templates/issuer-parts';
export { orientation, paper, type Sheet, sheetOf, titled } from '../templates/paper';
export {
  at,
  display,
  fitted,
  fittedName,
  HAIRLINE,
  INK,
  label,
  note,
  QUIET,
  strong,
  text,
} from '../templates/parts';
export { aboveProofCode, type Fact, factsOf, factsRow, proof, proofCode } from '../templates/proof-parts';
export { signatures } from '../templates/signature-parts';
export { type Art, defineTemplate, type Template, type TemplatePage } from '../templates/template';
export { spellDate, spellLastDay, spellMark, textsFor } from '../templates/texts';
