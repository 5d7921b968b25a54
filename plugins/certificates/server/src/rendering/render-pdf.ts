import type { Snapshot } from '../../../shared/snapshot';
import type { Template } from '../templates/template';
import { textsOf } from '../templates/texts';
import { drawPages } from './draw-pages';
import { writePdf } from './pdf/write-pdf';
import { clean } from './text/clean';

/** @returns the PDF of a certificate; the same for the same snapshot, template version and fonts. */
export async function renderPdf(snapshot: Snapshot, template: Template): Promise<Uint8Array> {
  return writePdf(await drawPages(snapshot, template), {
    title: `${textsOf(snapshot.language).title[snapshot.kind]} – ${clean(snapshot.recipient.name)}`,
    author: clean(snapshot.issuer.name),
    language: snapshot.language,
    date: new Date(snapshot.issuedAt),
  });
}
