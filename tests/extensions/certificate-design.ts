import {
  as,
  at,
  defineTemplate,
  fitted,
  h,
  INK,
  paper,
  proof,
  proofCode,
  sheetOf,
} from '@lumino/strapi-plugin-certificates/templates';
import type { Core } from '@strapi/types';
import { z } from 'zod';

const MARGIN = 72;

/** A page with the name alone, and what proves it. Staff choose it under Settings, Certificates. */
export const plainName = defineTemplate({
  key: 'plain-name',
  version: 1,
  name: { en: 'The name alone', es: 'Solo el nombre' },
  kinds: ['module'],
  schema: z.strictObject({ paper }),
  pages(snapshot, options) {
    const { width, height } = sheetOf(options.paper, 'portrait');
    const inner = width - 2 * MARGIN;
    const name = fitted(
      snapshot.recipient.name,
      { width: inner, height: 80, largest: 32, oneLineFrom: 20, lineHeight: 1.2 },
      { font: 'display', color: INK, align: 'flex-start' },
    );
    return [
      {
        width,
        height,
        tree: h(
          { width, height, position: 'relative' },
          at(MARGIN, 240, inner, as('H1', name)),
          at(MARGIN, height - 132, inner, proof(snapshot, inner), { height: 76, justifyContent: 'flex-end' }),
        ),
        art: [proofCode(snapshot, width - MARGIN, height - 56)],
      },
    ];
  },
});

/** In `register()`. */
export function register({ strapi }: { strapi: Core.Strapi }): void {
  strapi.plugin('certificates').service('extensions').registerTemplate(plainName);
}
