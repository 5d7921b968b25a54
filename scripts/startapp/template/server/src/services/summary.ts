import type { Core } from '@strapi/types';
import type { SamplePluginSummary } from '../../../shared/contracts/sample-plugin';

const MODULE = 'api::module.module';

/** How far the catalogue is. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @param locale a module is counted in one language, so that one with two is not counted twice; else the default one. */
  async of(locale?: string): Promise<SamplePluginSummary> {
    // A published module has a draft as well: the drafts are all there are.
    const [modules, published] = await Promise.all([
      strapi.documents(MODULE).count({ status: 'draft', locale }),
      strapi.documents(MODULE).count({ status: 'published', locale }),
    ]);
    return { modules, published };
  },
});
