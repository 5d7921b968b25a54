import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { DrawnAgainResponse } from '../../../shared/contracts/files';
import { writeAudit, type Actor } from '../administration/audit';
import { CERTIFICATE } from '../constants';
import { obstacle } from '../errors';
import { drawSigned } from '../issuance/render';
import { sha256, type Storage } from '../storage/storage';

/**
 * Draws the file of a certificate that has lost it. The bytes follow from the row, so it is the file that was issued or it
 * is not stored: anybody may have the old one, and verifies it by its hash.
 *
 * @throws NotFoundError; 409 `not-rendered`, `recipient-gone`, `drawn-otherwise`
 */
export async function drawAgain(
  strapi: Core.Strapi,
  actor: Actor,
  documentId: string,
): Promise<DrawnAgainResponse['data']['outcome']> {
  const row = await strapi.db.query(CERTIFICATE).findOne({ where: { documentId } });
  if (!row) throw new errors.NotFoundError(`There is no certificate ${documentId}`);
  if (!row.recipientKey) throw obstacle('recipient-gone', 'The recipient has left, and the file with them');
  if (!row.storageKey || !row.sha256) throw obstacle('not-rendered', 'It is not rendered yet');
  const storage: Storage = strapi.plugin('certificates').service('storage');
  if ((await storage.hash(row.storageKey)) === row.sha256) return 'intact';

  const pdf = await drawSigned(strapi, row);
  if (sha256(pdf) !== row.sha256)
    throw obstacle(
      'drawn-otherwise',
      'What was drawn is not what was issued: a template, a font or a key is another one than on that day',
    );
  await strapi.db.transaction(async ({ trx }) => {
    // Whoever leaves meanwhile waits here, and then takes the file along.
    const { rowCount } = await trx.raw(
      'select 1 from ?? where document_id = ? and storage_key = ? for update',
      [strapi.db.metadata.get(CERTIFICATE).tableName, documentId, row.storageKey],
    );
    if (!rowCount) throw obstacle('recipient-gone', 'The recipient has left, and the file with them');
    await writeAudit(strapi, actor, { action: 'drawn-again', certificateKey: documentId });
    await storage.write(row.storageKey, pdf);
  });
  return 'stored';
}
