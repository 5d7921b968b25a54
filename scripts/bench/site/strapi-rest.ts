import { createRequire } from 'node:module';
import { loadEnvironment } from '../../environment/load.ts';
import { loadStrapi } from '../../strapi/with-strapi.ts';

/**
 * Strapi with its own REST routes for modules and lessons, which Lumino leaves out: what the site would ask if it had no
 * routes of its own. For everybody, without any check of permission; so it is rather too fast than too slow.
 */
loadEnvironment();
const strapi = await loadStrapi();
const { factories } = createRequire(import.meta.url)('@strapi/strapi') as any;
for (const [uid, path] of [
  ['api::module.module', '/api/modules'],
  ['api::lesson.lesson', '/api/lessons'],
] as const) {
  (strapi as any).get('services').set(uid, factories.createCoreService(uid));
  const controller = factories.createCoreController(uid)({ strapi });
  strapi.server.routes([
    {
      method: 'GET',
      path,
      handler: (ctx: any, next: any) => controller.find(ctx, next),
      config: { auth: false },
    } as never,
  ]);
}
await strapi.start();
console.log('ready');
