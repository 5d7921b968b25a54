import type { AstroGlobal } from 'astro';

/** Answers 429, and says in the page's status how long to wait (P7). @param retryAfter seconds */
export function tellTooMany(Astro: AstroGlobal, retryAfter: number): void {
  Astro.response.status = 429;
  Astro.response.headers.set('Retry-After', String(retryAfter));
  Astro.locals.flash = { key: 'too-many', detail: String(retryAfter) };
}
