import type { Core } from '@strapi/types';
import type { SamplePluginSummaryResponse } from '../../../shared/contracts/sample-plugin';
import type { Services } from '../services';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async read(ctx: any) {
    const { locale } = ctx.query;
    const summary: Services['summary'] = strapi.plugin('sample-plugin').service('summary');
    ctx.body = {
      data: await summary.of(typeof locale === 'string' ? locale : undefined),
    } satisfies SamplePluginSummaryResponse;
  },
});
