import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { CERTIFICATE, EVENTS } from '../constants';
import { postCertificate } from '../delivery/post-certificate';
import { eventOf, publish } from '../extensions/events';
import { requestOf } from '../extensions/request-of';
import type { Snapshot } from '../../../shared/snapshot';
import { sha256 } from '../storage/storage';

/** Enough to tell files of one certificate apart. */
const HASH_DIGITS = 16;

/**
 * Renders and stores one certificate, then hands it over to the ledger of mails. May be run any number of times, also by two workers
 * at once, of different versions: the place has the hash of its bytes, so neither writes over the other's file, and the
 * row is written once, together with its mail.
 */
export async function render(strapi: Core.Strapi, certificateId: string, priority = 0): Promise<void> {
  const plugin = strapi.plugin('certificates');
  const row = await strapi.db.query(CERTIFICATE).findOne({ where: { documentId: certificateId } });
  if (!row || row.renderedAt) return;

  const pdf = await drawSigned(strapi, row);
  const hash = sha256(pdf);
  const storageKey = `${row.issuedAt.toString().slice(0, 4)}/${certificateId}-${hash.slice(0, HASH_DIGITS)}.pdf`;
  await plugin.service('storage').write(storageKey, pdf);

  const facts = await plugin.service('issuance').facts(requestOf(row));

  const isFirst = await strapi.db.transaction(async ({ onCommit }): Promise<boolean> => {
    const { count } = await strapi.db.query(CERTIFICATE).updateMany({
      where: { documentId: certificateId, renderedAt: null },
      data: { renderedAt: new Date().toISOString(), storageKey, sha256: hash, bytes: pdf.byteLength },
    });
    if (count === 0) return false; // Another worker was first; it has written the mail, too.
    await postCertificate(strapi, row, facts.recipient.email, priority);
    onCommit(() => publish(strapi, EVENTS.render, eventOf(row)));
    return true;
  });
  if (isFirst) return;
  const kept = await strapi.db.query(CERTIFICATE).findOne({ where: { documentId: certificateId } });
  if (kept?.storageKey !== storageKey) await plugin.service('storage').remove(storageKey);
}

/**
 * The signed file of a certificate, stored nowhere: the same bytes each time, as long as template, fonts and keys are those
 * of its day.
 */
export async function drawSigned(
  strapi: Core.Strapi,
  { documentId, serial, snapshot }: { documentId: string; serial: string; snapshot: Snapshot },
): Promise<Uint8Array> {
  const plugin = strapi.plugin('certificates');
  // Kept in the row, so that it is there for whoever asks, and the same for ever.
  const credential = await credentialOf(strapi, documentId);
  const drawn = await plugin.service('rendering').pdf(snapshot, { credential });
  return plugin.service('signing').pdf(drawn, { issuedAt: new Date(snapshot.issuedAt), serial });
}

/** The credential of a certificate, or null where there is none any more: its recipient has left. */
async function credentialOf(strapi: Core.Strapi, certificateId: string): Promise<string | null> {
  try {
    return await strapi.plugin('certificates').service('credentials').ofCertificate(certificateId);
  } catch (error) {
    if (error instanceof errors.NotFoundError) return null;
    throw error;
  }
}
