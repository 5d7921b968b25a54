import { createHash } from 'node:crypto';
import { loadEnvironment } from '../../scripts/environment/load.ts';
import { loadStrapi } from '../../scripts/strapi/with-strapi.ts';

/** `under-other-settings.ts CERTIFICATE`: prints what a school that has changed its look makes of it. */
const [documentId = ''] = process.argv.slice(2);
loadEnvironment();
const strapi = await loadStrapi();
const settings = strapi.config.get<Record<string, unknown>>('plugin::certificates');
strapi.config.set('plugin::certificates', {
  ...settings,
  siteUrl: 'https://elsewhere.example',
  issuer: {
    name: 'Another school',
    logoPath: 'M0 0h24v24H0z',
    accent: '#aa0000',
    signatures: [{ name: 'Somebody else', title: 'Rector' }],
  },
  templates: { grade: 'module-certificate', module: 'grade-certificate' },
});
const plugin = strapi.plugin('certificates');
const row = await strapi.db
  .query('plugin::certificates.certificate' as never)
  .findOne({ where: { documentId } });
const credential: string = await plugin.service('credentials').ofCertificate(documentId);
const drawnAgain: Uint8Array = await plugin
  .service('signing')
  .pdf(await plugin.service('rendering').pdf(row.snapshot, { credential }), {
    issuedAt: new Date(row.snapshot.issuedAt),
    serial: row.serial,
  });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
console.log(
  JSON.stringify({
    file: sha256(await plugin.service('storage').read(row.storageKey)),
    drawnAgain: sha256(drawnAgain),
    verify: await plugin.service('verification').verify(row.verificationCode),
    credential,
  }),
);
process.exit(0);
