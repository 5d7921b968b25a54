import type { Core } from '@strapi/types';

export const ticks: Date[] = [];

/** In `register()`. A run that is missed is not made up for, so it does what may be done late or twice. */
export function register({ strapi }: { strapi: Core.Strapi }): void {
  strapi
    .plugin('jobs')
    .service('clock')
    .every({
      name: 'workshops-sweep',
      interval: '1h',
      atStart: true,
      run: async () => {
        ticks.push(new Date());
      },
    });
}
