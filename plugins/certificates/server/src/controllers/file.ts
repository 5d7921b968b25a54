import type { Core } from '@strapi/types';
import type { DrawnAgainResponse, FilesResponse } from '../../../shared/contracts/files';
import { actorOf } from '../administration/audit';
import type { InspectionService } from '../inspection/inspection-service';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const inspection = (): InspectionService => strapi.plugin('certificates').service('inspection');
  const overview = async (): Promise<FilesResponse> => {
    // In this order: what ends in between is shown as running, and looked at once more.
    const isRunning = await inspection().isRunning();
    return { data: { isRunning, last: await inspection().last() } };
  };

  return {
    async overview(ctx: any) {
      ctx.body = await overview();
    },

    async inspect(ctx: any) {
      await inspection().start();
      ctx.status = 202;
      ctx.body = await overview();
    },

    async drawAgain(ctx: any) {
      const outcome = await inspection().drawAgain(actorOf(ctx.state.user), ctx.params.id);
      ctx.body = { data: { outcome } } satisfies DrawnAgainResponse;
    },
  };
};
