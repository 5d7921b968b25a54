import type { Handler } from '@lumino/strapi-plugin-jobs/strapi-server';
import type { Core } from '@strapi/types';

declare module '@lumino/strapi-plugin-jobs/strapi-server' {
  interface Tasks {
    'workshops/report': { workshopId: string };
  }
}

export const written: string[] = [];

const writeReport: Handler<'workshops/report'> = async ({ workshopId }) => {
  written.push(workshopId);
};

/** In `register()`: what there is to do. It may run twice, and in another process than the one that asked. */
export function register({ strapi }: { strapi: Core.Strapi }): void {
  strapi.plugin('jobs').service('queue').handle('workshops/report', writeReport);
}

/** Anywhere: the job exists exactly if the transaction commits. */
export async function askForReport(strapi: Core.Strapi, workshopId: string, fails = false): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    // Here stand the rows that the report is about.
    await strapi
      .plugin('jobs')
      .service('queue')
      .enqueue('workshops/report', { workshopId }, { trx, key: workshopId });
    if (fails) throw new Error('the rows could not be written');
  });
}
