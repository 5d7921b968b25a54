/**
 * GET /api/content/revision → 200. Opaque: two that are equal mean that every page for visitors looks the same as it did.
 */
export interface RevisionResponse {
  revision: string;
}
