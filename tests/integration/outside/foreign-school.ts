import { createRequire } from 'node:module';
import path from 'node:path';
import type { Core } from '@strapi/types';
import { ensureEnvFile, loadEnvironment } from '../../../scripts/environment/load.ts';
import { CMS } from '../../../scripts/paths.ts';
import { explosiveRule, feesPaid, talksSource } from './talks.ts';

/** Who heard what, and which listener was broken on purpose. */
export const heard: { name: string; event: Record<string, unknown> }[] = [];

/** A school that adds a rule, a source and listeners which the plugin has never heard of. */
export const openForeignSchool = (): Promise<Core.Strapi> => openSchool(addToPlugin);

/** A Strapi with Lumino's plugins, to which something is added as in `register()`. It works off its own jobs. */
export async function openSchool(add: (strapi: Core.Strapi) => void): Promise<Core.Strapi> {
  ensureEnvFile();
  loadEnvironment();
  process.chdir(CMS);
  const { createStrapi } = createRequire(import.meta.url)(
    '@strapi/strapi',
  ) as typeof import('@strapi/strapi');
  const strapi = createStrapi({ appDir: CMS, distDir: path.join(CMS, 'dist'), serveAdminPanel: false });
  strapi.log.level = 'error';
  const registerAll = strapi.register.bind(strapi);
  strapi.register = async () => {
    await registerAll();
    add(strapi);
    return strapi;
  };
  await strapi.load();
  await strapi.plugin('jobs').service('worker').start();
  return strapi;
}

function addToPlugin(strapi: Core.Strapi): void {
  const extensions = strapi.plugin('certificates').service('extensions');
  extensions.registerSource(talksSource());
  extensions.registerRule(feesPaid);
  extensions.registerRule(explosiveRule);
  const events = strapi.plugin('certificates').service('events');
  events.on('certificate.issue', () => {
    throw new Error('a listener that is broken on purpose');
  });
  for (const name of ['certificate.issue', 'certificate.render', 'certificate.deliver', 'certificate.revoke'])
    events.on(name, (event: Record<string, unknown>) => void heard.push({ name, event }));
}
