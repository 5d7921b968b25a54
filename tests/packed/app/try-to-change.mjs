// Tries in every way there is to change or delete what was issued, and prints how each ended.
import { createRequire } from 'node:module';
import path from 'node:path';

// Its CommonJS build: the other one imports folders, which Node does not.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
const appDir = import.meta.dirname;

const CERTIFICATE = 'plugin::certificates.certificate';
const AUDIT = 'plugin::certificates.audit-entry';
const KEY = 'plugin::certificates.signing-key';

async function main() {
  const app = createStrapi({ appDir, distDir: path.join(appDir, 'dist'), serveAdminPanel: false });
  const strapi = await app.load();
  const rows = strapi.db.query(CERTIFICATE);
  const { documentId, id, snapshot } = await rows.findOne({});
  const certificates = strapi.documents(CERTIFICATE);
  const update = (data) => () => certificates.update({ documentId, data });
  const audit = { action: 'issued', certificateKey: documentId, actor: 'A', actorKey: '1' };
  const entry = await strapi.db.query(AUDIT).create({
    data: { ...audit, reason: `Asked for by ${snapshot.recipient.name}`, at: new Date().toISOString() },
  });
  const other = (change) => ({ ...snapshot, ...change });

  const attempts = {
    serial: update({ serial: '2026-AAAAA-BBBBB' }),
    code: update({ verificationCode: 'OTHER' }),
    issuedAt: update({ issuedAt: '2020-01-01T00:00:00.000Z' }),
    sha256: update({ sha256: '0'.repeat(64) }),
    noSha256: update({ sha256: null }),
    language: update({ language: 'en' }),
    credential: update({ credential: '{}' }),
    snapshot: update({ snapshot: {} }),
    mark: update({ snapshot: other({ achievements: [] }) }),
    anotherName: update({ snapshot: other({ recipient: { name: 'Another' } }) }),
    noName: update({ snapshot: other({ recipient: { name: '' } }) }),
    deletion: () => certificates.delete({ documentId }),
    query: () => rows.update({ where: { id }, data: { templateVersion: 9 } }),
    queryDeletion: () => rows.delete({ where: { id } }),
    sql: () => strapi.db.connection('certificates').update({ serial: 'X' }),
    sqlDeletion: () => strapi.db.connection('certificates').delete(),
    audit: () => strapi.db.query(AUDIT).update({ where: { id: entry.id }, data: { actor: 'Somebody else' } }),
    key: () => strapi.db.query(KEY).deleteMany({ where: { purpose: 'pdf' } }),
  };
  const { recipientKey } = await rows.findOne({});
  const issuance = strapi.plugin('certificates').service('issuance');
  const recipients = strapi.plugin('certificates').service('recipients');
  const allowed = {
    showName: () => recipients.showName({ documentId: recipientKey }, documentId, false),
    revoke: () => issuance.revoke(documentId, `A mistake of ${snapshot.recipient.name}`),
    forget: () => recipients.forget({ documentId: recipientKey }),
  };
  const outcomesOf = async (tried) => {
    const outcomes = {};
    for (const [name, attempt] of Object.entries(tried))
      outcomes[name] = await attempt().then(
        (result) => (result?.count === 0 ? 'nothing to do' : 'done'),
        (error) => error.message,
      );
    return outcomes;
  };
  const all = { attempts: await outcomesOf(attempts), allowed: await outcomesOf(allowed) };
  await strapi.destroy();
  console.log(JSON.stringify(all));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
