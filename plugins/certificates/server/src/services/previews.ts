import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { Snapshot } from '../../../shared/snapshot';
import { CERTIFICATE } from '../constants';
import { textsOf } from '../templates/texts';
import { statusOf } from '../verification/status';
import { normaliseCode } from '../verification/normalise-code';

/** Pixels: sharp at half of it on a screen with small pixels. */
const WIDTH = 960;
/** Some hundred kilobytes each. */
const MOST_KEPT = 40;

/** Pictures of certificates for the web: of one's own, and of one whose link is shared. */
export const createPreviews = (strapi: Core.Strapi) => {
  const rendering = () => strapi.plugin('certificates').service('rendering');
  const kept = new Map<string, Promise<Uint8Array>>();

  /** A certificate never changes, so neither does its picture; the oldest is forgotten first. */
  function once(key: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const found = kept.get(key);
    if (found) return found;
    const drawn = draw();
    // What failed is drawn again by the next who asks.
    drawn.catch(() => kept.delete(key));
    kept.set(key, drawn);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return drawn;
  }

  return {
    /** The first page, as PNG. @throws NotFoundError for anybody but the recipient */
    async ofRecipient(user: { documentId: string }, documentId: string): Promise<Uint8Array> {
      await strapi.plugin('certificates').service('recipients').assertOwn(user, documentId);
      return once(`page ${documentId}`, async () => {
        const row = await strapi.db.query(CERTIFICATE).findOne({ where: { documentId } });
        if (!row) throw new errors.NotFoundError('There is no such certificate');
        return rendering().preview(row.snapshot, WIDTH);
      });
    },

    /**
     * What a shared link shows in a message: 1200 × 630 pixels, PNG, without the name where the recipient hides it.
     * @throws NotFoundError for an unknown code, and for what is no longer valid: nobody should boast with that.
     */
    async card(typedCode: string): Promise<Uint8Array> {
      const row = await strapi.db
        .query(CERTIFICATE)
        .findOne({ where: { verificationCode: normaliseCode(typedCode) } });
      if (!row || statusOf(row, new Date()) !== 'valid')
        throw new errors.NotFoundError('There is no valid certificate with this code');
      const snapshot = row.snapshot as Snapshot;
      const name = row.nameShown === false ? '' : snapshot.recipient.name;
      const shown = { ...snapshot, recipient: { name: name || textsOf(snapshot.language).withheld } };
      return once(`card ${row.documentId} ${name ? 'named' : 'nameless'}`, () => rendering().card(shown));
    },
  };
};
