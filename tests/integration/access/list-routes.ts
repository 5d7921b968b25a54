import { loadEnvironment } from '../../../scripts/environment/load.ts';
import { loadStrapi } from '../../../scripts/strapi/with-strapi.ts';

/** Prints every route that the cms answers, as JSON: `[["GET", "/api/modules"], …]`. */
loadEnvironment();
const strapi = await loadStrapi();
strapi.server.mount();
const routes = strapi.server
  .listRoutes()
  .flatMap(({ methods, path }: { methods: string[]; path: string }) =>
    methods.filter((method) => method !== 'HEAD').map((method) => [method, String(path)]),
  );
console.log(`ROUTES ${JSON.stringify(routes)}`);
process.exit(0);
