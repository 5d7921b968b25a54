import type { Snapshot } from '../../../shared/snapshot';
import type { Template } from '../templates/template';
import { textsFor, textsOf } from '../templates/texts';
import { drawPages } from './draw-pages';
import type { Pictures } from './picture/place-picture';
import { writePdf } from './pdf/write-pdf';
import { clean } from './text/clean';

/** What is enclosed in a PDF beside its pages. */
export interface Enclosed {
  /** The digital credential, as JSON. */
  credential?: string | null;
}

/**
 * @param given `pictures`: those that the snapshot names.
 * @returns the PDF of a certificate; the same for the same snapshot, template version, fonts and what is enclosed.
 */
export async function renderPdf(
  snapshot: Snapshot,
  template: Template,
  { credential, pictures = {} }: Enclosed & { pictures?: Pictures | undefined } = {},
): Promise<Uint8Array> {
  const date = new Date(snapshot.issuedAt);
  const facts = {
    title: `${clean(textsFor(snapshot).title[snapshot.kind])} – ${clean(snapshot.recipient.name)}`,
    author: clean(snapshot.issuer.name),
    language: snapshot.language,
    date,
  };
  const attachment = credential && {
    name: 'credential.json',
    // VC Data Model 2.0, C.2. Open Badges 3.0 says how to bake a credential into PNG and SVG, not into PDF.
    mediaType: 'application/vc',
    description: textsOf(snapshot.language).credential,
    content: credential,
    date,
  };
  return writePdf(await drawPages(snapshot, template, pictures), facts, attachment || undefined);
}
