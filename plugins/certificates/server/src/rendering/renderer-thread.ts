import type { MessagePort } from 'node:worker_threads';
import type { Snapshot } from '../../../shared/snapshot';
import { gradeCertificate } from '../templates/grade-certificate';
import { moduleCertificate } from '../templates/module-certificate';
import type { Template } from '../templates/template';
import { knownTemplate } from './known-template';
import { renderPdf } from './render-pdf';

export const RENDERER = 'certificates-renderer';

/** The templates that come with the plugin. */
export const BUILT_IN_TEMPLATES: Template[] = [gradeCertificate, moduleCertificate];

/** Answers `{ id, snapshot }` with `{ id, pdf }` or `{ id, error }`, one after another, for as long as the thread lives. */
export function answerRenderRequests(port: MessagePort): void {
  port.on('message', async ({ id, snapshot }: { id: number; snapshot: Snapshot }) => {
    try {
      const pdf = await renderPdf(snapshot, knownTemplate(snapshot.template, BUILT_IN_TEMPLATES));
      port.postMessage({ id, pdf }, [pdf.buffer as ArrayBuffer]);
    } catch (error) {
      const { name, message } = error as Error;
      port.postMessage({ id, error: { name, message } });
    }
  });
}
