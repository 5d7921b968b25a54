import type { MessagePort } from 'node:worker_threads';
import type { Snapshot } from '../../../shared/snapshot';
import { gradeCertificate } from '../templates/grade-certificate';
import { moduleCertificate } from '../templates/module-certificate';
import { modernModuleCertificate } from '../templates/module-certificate-modern';
import { foreignTemplate } from '../templates/foreign-template';
import type { Template, TemplatePage } from '../templates/template';
import { knownTemplate } from './known-template';
import type { Pictures } from './picture/place-picture';
import { renderPage } from './render-page';
import { type Enclosed, renderPdf } from './render-pdf';
import { renderCard, renderPicture, renderPreview } from './render-png';

export const RENDERER = 'certificates-renderer';

/** The templates that come with the plugin. */
export const BUILT_IN_TEMPLATES: Template[] = [gradeCertificate, moduleCertificate, modernModuleCertificate];

/** A page that belongs to no certificate. `width` in pixels. */
export interface PictureRequest {
  as: 'picture';
  page: TemplatePage;
  width: number;
}

export type CertificateRequest = {
  snapshot: Snapshot;
  /** The bytes of those that the snapshot names. */
  pictures?: Pictures;
  /** What a template that is not built in has made of the snapshot: functions cannot be sent to a thread. */
  pages?: TemplatePage[];
} & (
  | ({ as?: 'pdf' } & Enclosed)
  | { as: 'card' }
  /** `width` in pixels. */
  | { as: 'preview'; width: number }
  /** `page` from 1 on. */
  | { as: 'page'; width: number; page: number }
);

export type RenderRequest = CertificateRequest | PictureRequest;

/** A page is told with how many there are, and is null where there is no such page. */
type Rendered = Uint8Array | Awaited<ReturnType<typeof renderPage>>;

async function render(request: RenderRequest): Promise<Rendered> {
  if (request.as === 'picture') return renderPicture(request.page, request.width);
  const { snapshot, pages } = request;
  if (!pages) return draw(request, knownTemplate(snapshot.template, BUILT_IN_TEMPLATES));
  const { key, version } = snapshot.template;
  try {
    return await draw(request, foreignTemplate(snapshot.template, pages));
  } catch (error) {
    throw new Error(
      `certificates: the template "${key}" (version ${version}) cannot be drawn: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

function draw(request: CertificateRequest, template: Template): Promise<Rendered> {
  const { snapshot, pictures } = request;
  if (request.as === 'page') return renderPage(snapshot, template, request, pictures);
  if (request.as === 'preview') return renderPreview(snapshot, template, request.width, pictures);
  if (request.as === 'card') return renderCard(snapshot, template, pictures);
  return renderPdf(snapshot, template, { ...request, pictures });
}

/**
 * Answers `{ id, ...request }` with `{ id, pdf }`, `{ id, png }` for pictures, `{ id, png, pages }` for a page, or
 * `{ id, error }`, one after another, for as long as the thread lives.
 */
export function answerRenderRequests(port: MessagePort): void {
  const answer = async ({ id, ...request }: { id: number } & RenderRequest): Promise<void> => {
    try {
      const bytes = await render(request);
      if (!(bytes instanceof Uint8Array)) return port.postMessage({ id, ...bytes });
      // Neither a buffer of Node's pool nor one of a native add-on can be given away.
      const own = new Uint8Array(bytes);
      const name = request.as === undefined || request.as === 'pdf' ? 'pdf' : 'png';
      port.postMessage({ id, [name]: own }, [own.buffer]);
    } catch (error) {
      const { name, message } = error as Error;
      port.postMessage({ id, error: { name, message } });
    }
  };
  // Side by side they would take longer, and keep more in memory.
  let last = Promise.resolve();
  port.on('message', (request) => {
    last = last.then(() => answer(request));
  });
}
