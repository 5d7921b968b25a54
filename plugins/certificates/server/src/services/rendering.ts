import { channel } from 'node:diagnostics_channel';
import { createRequire } from 'node:module';
import type { Core } from '@strapi/types';
import type { Snapshot } from '../../../shared/snapshot';
import type { Enclosed } from '../rendering/render-pdf';
import { type CertificateRequest, RENDERER, type RenderRequest } from '../rendering/renderer-thread';
import { findUncoveredCharacters } from '../rendering/text/coverage';
import heap from '../rendering/thread-heap.json';
import type { TemplatePage } from '../templates/template';

/** One message for each drawing, `{ milliseconds, template, outcome }`, for whoever measures. */
const rendered = channel('lumino:certificates:render');

/** A bundle of its own beside that of the server. */
const threadFile = (): string =>
  createRequire(__filename).resolve('@lumino/strapi-plugin-certificates/renderer');

/**
 * The rest of the plugin's way to the renderer, which runs in a thread of its own and knows no Strapi.
 *
 * The thread's heap has a limit, more than the 55 MB that 60 modules in every script take, whose faces are kept
 * outside of it. Without one V8 lets garbage pile up before it looks for it, since the machine has memory enough.
 */
export const createRendering = (strapi: Core.Strapi) => {
  let added: Promise<void> | null = null;
  const ask = async (
    request: RenderRequest,
  ): Promise<{ pdf: Uint8Array; png: Uint8Array; pages: number }> => {
    const threads = strapi.plugin('jobs').service('threads');
    added ??= threads.add(RENDERER, threadFile(), {}, heap);
    await added;
    const started = performance.now();
    let outcome: 'drawn' | 'failed' = 'failed';
    try {
      const drawn = await threads.ask(RENDERER, request);
      outcome = 'drawn';
      return drawn;
    } finally {
      const milliseconds = performance.now() - started;
      const template = request.as === 'picture' ? request.as : request.snapshot.template.key;
      rendered.publish({ milliseconds, template, outcome });
    }
  };
  /** Everything that the thread cannot get by itself: the bytes of pictures, and what other people's templates make. */
  const given = async (
    snapshot: Snapshot,
  ): Promise<Pick<CertificateRequest, 'snapshot' | 'pictures' | 'pages'>> => {
    const plugin = strapi.plugin('certificates');
    const pages = plugin.service('extensions').foreignPages(snapshot);
    const pictures = await plugin.service('pictures').of(snapshot.issuer);
    return { snapshot, pictures, ...(pages && { pages }) };
  };
  return {
    findUncoveredCharacters,
    pdf: async (snapshot: Snapshot, enclosed: Enclosed = {}): Promise<Uint8Array> =>
      (await ask({ ...(await given(snapshot)), ...enclosed })).pdf,
    /** The first page as PNG. @param width in pixels */
    preview: async (snapshot: Snapshot, width: number): Promise<Uint8Array> =>
      (await ask({ ...(await given(snapshot)), as: 'preview', width })).png,
    /** A page as PNG, none where there is no such page, and how many there are. @param page from 1 on */
    page: async (
      snapshot: Snapshot,
      width: number,
      page: number,
    ): Promise<{ png: Uint8Array | null; pages: number }> => {
      const { png, pages } = await ask({ ...(await given(snapshot)), as: 'page', width, page });
      return { png, pages };
    },
    /** A PNG of 1200 × 630 pixels, for links that are shared. */
    card: async (snapshot: Snapshot): Promise<Uint8Array> =>
      (await ask({ ...(await given(snapshot)), as: 'card' })).png,
    /**
     * Anything else that an application draws with the parts of `templates`, as PNG: in the same thread, with the same
     * fonts. Whoever offers it to strangers keeps the result; drawing takes a tenth of a second and more.
     * @param width in pixels; the height follows from the page's proportions
     */
    picture: async (page: TemplatePage, width: number): Promise<Uint8Array> =>
      (await ask({ as: 'picture', page, width })).png,
  };
};
