import type { Core } from '@strapi/types';
import type { Snapshot } from '../../../shared/snapshot';
import { RENDERER } from '../rendering/renderer-thread';
import { findUncoveredCharacters } from '../rendering/text/coverage';

/** The rest of the plugin's way to the renderer, which runs in a thread of its own and knows no Strapi. */
export const createRendering = (strapi: Core.Strapi) => {
  let added: Promise<void> | null = null;
  return {
    findUncoveredCharacters,
    async pdf(snapshot: Snapshot): Promise<Uint8Array> {
      const threads = strapi.plugin('jobs').service('threads');
      // The bundle is its own thread script: index.ts looks at its worker data first.
      added ??= threads.add(RENDERER, __filename, { role: RENDERER });
      await added;
      const { pdf } = await threads.ask(RENDERER, { snapshot });
      return pdf;
    },
  };
};
