import type { AstroGlobal } from 'astro';
import { ADMIN_ORIGIN } from './holder';

/** What holds for each page about a preview: nobody keeps a copy, nobody finds it, and the admin may show it. */
export function preparePreview(Astro: AstroGlobal): void {
  Astro.locals.ancestors = [ADMIN_ORIGIN];
  Astro.response.headers.set('Cache-Control', 'private, no-store');
  Astro.response.headers.set('X-Robots-Tag', 'noindex, nofollow');
}
