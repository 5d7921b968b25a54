import type { Core } from '@strapi/types';
import { config } from './config';
import { createClock } from './clock/clock';
import { createQueue } from './queue/queue';
import { createThreads } from './threads/threads';
import { createWorker } from './worker';

export type { DeadLetter, Retried } from './queue/dead-letters';
export type { Depth } from './queue/depths';
export type { Enqueue, Queue } from './queue/queue';
export type { Dead, HandleOptions, Handler } from './queue/registration';
export type { WorkerProcess } from './queue/workers';
// With a star: only so can others add to an interface that is declared elsewhere.
export type * from './queue/tasks';

type Context = { strapi: Core.Strapi };

export default {
  config,
  services: {
    queue: ({ strapi }: Context) => createQueue(strapi),
    clock: ({ strapi }: Context) => createClock(strapi),
    threads: ({ strapi }: Context) => createThreads(strapi),
    worker: ({ strapi }: Context) => createWorker(strapi),
  },
  async bootstrap({ strapi }: Context) {
    await strapi.plugin('jobs').service('queue').open();
  },
  async destroy({ strapi }: Context) {
    await strapi.plugin('jobs').service('worker').stop();
  },
};
