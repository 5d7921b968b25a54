/** Things of one student, by which a path is filled in. */
export interface Things {
  username: string;
  certificate: string;
  verification: string;
  sha256: string;
  module: string;
  lesson: string;
  teacher: string;
}

type Place = keyof Things;
/** What a visitor gets, and what a student gets for their own things, another's, ones that are not there, and drafts. */
export interface Access {
  visitor: number;
  own: number;
  other?: number;
  missing?: number;
  draft?: number;
  /** What fills the `:names` of the path, in their order. */
  of?: Place[];
  /** Sent where an empty body would be refused before anybody looks whose thing it is. */
  body?: object;
}

const closed: Access = { visitor: 403, own: 403 };
/** By the policy of our own routes: 401 for a visitor. The plugins' are closed by Strapi's permissions: 403. */
const mine = (own: number): Access => ({ visitor: 401, own });
const mineInPlugin = (own: number): Access => ({ visitor: 403, own });
const everybody = (status: number): Access => ({ visitor: status, own: status });
/** A lesson is for who is in its module; to others it is there, but closed (L1). */
const lesson = (own: number): Access => ({
  ...{ visitor: 401, own, other: 403, missing: 404, draft: 404 },
  of: ['module', 'lesson'],
});
const certificate = (own: number): Access => ({
  ...{ visitor: 403, own, other: 404, missing: 404 },
  of: ['certificate'],
});

/**
 * Every route under `/api`, asked with an empty body: a 400 is somebody who may and said nothing. A route that does not
 * stand here fails the test.
 */
export const API: Record<string, Access> = {
  'POST /api/accounts': everybody(400),
  'GET /api/me': mine(200),
  'PUT /api/me/password': mine(400),
  'POST /api/me/email-confirmations': mine(204),
  'POST /api/email-confirmations/complete': everybody(400),
  'POST /api/password-resets': everybody(400),
  'POST /api/password-resets/complete': everybody(400),
  'GET /api/me/modules': mine(200),
  // What of one's own there could be, whatever the module: it says nothing of the module itself.
  'GET /api/me/modules/:code/certificate': {
    ...mine(200),
    other: 200,
    missing: 200,
    draft: 200,
    of: ['module'],
  },
  'GET /api/me/enrollment-options': mine(200),
  'POST /api/me/enrollments': mine(400),
  'POST /api/me/enrollments/leave': mine(400),
  'PUT /api/me/language': mine(400),
  'PUT /api/me/profile': mine(204),
  'GET /api/me/export': mine(200),
  'POST /api/me/leave': mine(400),
  'DELETE /api/me/sessions': mine(204),
  'POST /api/sessions': everybody(400),
  'DELETE /api/sessions/current': everybody(204),

  'GET /api/catalog': everybody(200),
  'GET /api/catalog/:code': { ...everybody(200), other: 200, missing: 404, draft: 404, of: ['module'] },
  'GET /api/catalog/:code/card': { ...everybody(200), other: 200, missing: 404, draft: 404, of: ['module'] },
  'GET /api/card': everybody(200),
  'GET /api/content/revision': everybody(200),
  'GET /api/public-pages': everybody(200),
  'POST /api/search': everybody(200),
  'POST /api/search/modules': everybody(200),
  'GET /api/catalog/:code/lessons/:slug': lesson(200),
  'POST /api/catalog/:code/lessons/:slug/readings': lesson(200),
  'PUT /api/catalog/:code/lessons/:slug/completion': lesson(200),
  'DELETE /api/catalog/:code/lessons/:slug/completion': lesson(200),
  'GET /api/people/:username': { visitor: 401, own: 200, other: 200, missing: 404, of: ['username'] },
  'GET /api/teachers/:slug': { ...everybody(200), missing: 404, of: ['teacher'] },

  'POST /api/previews': everybody(403),
  'GET /api/previews/:id': { ...everybody(403), of: ['certificate'] },
  'GET /api/previews/:id/lessons/:slug': { ...everybody(403), of: ['certificate', 'lesson'] },
  'DELETE /api/previews/:id': { ...everybody(204), of: ['certificate'] },

  'GET /api/certificates/mine': mineInPlugin(200),
  'POST /api/certificates/requests': mineInPlugin(400),
  'GET /api/certificates/:id/file': certificate(200),
  'GET /api/certificates/:id/picture': certificate(200),
  'GET /api/certificates/:id/credential': certificate(200),
  'PUT /api/certificates/:id/visibility': { ...certificate(204), body: { nameShown: true } },
  'GET /api/certificates/verify/:code': { ...everybody(200), other: 200, missing: 404, of: ['verification'] },
  'GET /api/certificates/verify/:code/card': {
    ...everybody(200),
    other: 200,
    missing: 404,
    of: ['verification'],
  },
  'GET /api/certificates/files/:sha256': { ...everybody(200), other: 200, missing: 404, of: ['sha256'] },
  'POST /api/certificates/credentials/check': everybody(400),
  'GET /api/certificates/did': everybody(200),
  'GET /api/certificates/status/:list': { ...everybody(404), of: ['sha256'] },

  // Strapi's own, which nobody needs: the site speaks to the routes above.
  'POST /api/email': closed,
  'POST /api/upload': closed,
  'GET /api/upload/files': closed,
  'GET /api/upload/files/page': closed,
  'GET /api/upload/files/:id': { ...closed, of: ['certificate'] },
  'DELETE /api/upload/files/:id': { ...closed, of: ['certificate'] },
  'GET /api/i18n/locales': closed,
  'GET /api/content-type-builder/content-types': closed,
  'GET /api/content-type-builder/content-types/:uid': { ...closed, of: ['certificate'] },
  'GET /api/content-type-builder/components': closed,
  'GET /api/content-type-builder/components/:uid': { ...closed, of: ['certificate'] },
};
