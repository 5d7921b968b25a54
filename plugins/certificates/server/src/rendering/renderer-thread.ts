import type { MessagePort } from 'node:worker_threads';
import type { Snapshot } from '../../../shared/snapshot';
import { gradeCertificate } from '../templates/grade-certificate';
import { moduleCertificate } from '../templates/module-certificate';
import type { Template } from '../templates/template';
import { knownTemplate } from './known-template';
import { renderPdf } from './render-pdf';
import { renderCard, renderPreview } from './render-png';

export const RENDERER = 'certificates-renderer';

/** The templates that come with the plugin. */
export const BUILT_IN_TEMPLATES: Template[] = [gradeCertificate, moduleCertificate];

export type RenderRequest =
  | { snapshot: Snapshot; as?: 'pdf' | 'card' }
  /** `width` in pixels. */
  | { snapshot: Snapshot; as: 'preview'; width: number };

function render(request: RenderRequest): Promise<Uint8Array> {
  const { snapshot } = request;
  const template = knownTemplate(snapshot.template, BUILT_IN_TEMPLATES);
  if (request.as === 'preview') return renderPreview(snapshot, template, request.width);
  return request.as === 'card' ? renderCard(snapshot, template) : renderPdf(snapshot, template);
}

/**
 * Answers `{ id, ...request }` with `{ id, pdf }`, or `{ id, png }` for pictures, or `{ id, error }`, one after another,
 * for as long as the thread lives.
 */
export function answerRenderRequests(port: MessagePort): void {
  port.on('message', async ({ id, ...request }: { id: number } & RenderRequest) => {
    try {
      const bytes = await render(request);
      // Neither a buffer of Node's pool nor one of a native add-on can be given away.
      const own = Uint8Array.from(bytes);
      const name = request.as === undefined || request.as === 'pdf' ? 'pdf' : 'png';
      port.postMessage({ id, [name]: own }, [own.buffer as ArrayBuffer]);
    } catch (error) {
      const { name, message } = error as Error;
      port.postMessage({ id, error: { name, message } });
    }
  });
}
