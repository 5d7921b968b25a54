import type { Core } from '@strapi/types';
import type { Snapshot } from '../../../shared/snapshot';
import { RENDERER, type RenderRequest } from '../rendering/renderer-thread';
import { findUncoveredCharacters } from '../rendering/text/coverage';

/** The rest of the plugin's way to the renderer, which runs in a thread of its own and knows no Strapi. */
export const createRendering = (strapi: Core.Strapi) => {
  let added: Promise<void> | null = null;
  const ask = async (request: RenderRequest): Promise<{ pdf: Uint8Array; png: Uint8Array }> => {
    const threads = strapi.plugin('jobs').service('threads');
    // The bundle is its own thread script: index.ts looks at its worker data first.
    added ??= threads.add(RENDERER, __filename, { role: RENDERER });
    await added;
    return threads.ask(RENDERER, request);
  };
  return {
    findUncoveredCharacters,
    pdf: async (snapshot: Snapshot): Promise<Uint8Array> => (await ask({ snapshot })).pdf,
    /** The first page as PNG. @param width in pixels */
    preview: async (snapshot: Snapshot, width: number): Promise<Uint8Array> =>
      (await ask({ snapshot, as: 'preview', width })).png,
    /** A PNG of 1200 × 630 pixels, for links that are shared. */
    card: async (snapshot: Snapshot): Promise<Uint8Array> => (await ask({ snapshot, as: 'card' })).png,
  };
};
