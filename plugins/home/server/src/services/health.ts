import type { Core } from '@strapi/types';
import type { Health } from '../../../shared/contracts/home';

interface Monitor {
  readiness: { report(): Promise<{ checks: Record<string, string> }> };
}
interface Queue {
  depths(): Promise<Depth[]>;
  /** Those heard of in the last two minutes. */
  workers(): Promise<unknown[]>;
}
interface Depth {
  ready: number;
  delayed: number;
  active: number;
  retrying: number;
  dead: number;
  oldestReadySeconds: number;
}

/** Whether this process and the work behind it are well. A queue that does not answer is a check that fails, no error. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async read(): Promise<Health> {
    const monitor: Monitor = strapi.plugin('monitoring').service('monitor');
    const { checks } = await monitor.readiness.report();
    const queue: Queue = strapi.plugin('jobs').service('queue');
    const [depths, workers] = await Promise.all([
      queue.depths().catch(() => []),
      queue.workers().catch(() => []),
    ]);
    const sum = (of: (depth: Depth) => number) => depths.reduce((total, depth) => total + of(depth), 0);
    return {
      checks: Object.entries(checks).map(([name, result]) => ({
        name,
        ok: result === 'ok',
      })),
      workers: workers.length,
      oldestWaitingSeconds: Math.max(0, ...depths.map(({ oldestReadySeconds }) => oldestReadySeconds)),
      jobs: sum(({ ready, delayed, active, retrying }) => ready + delayed + active + retrying),
      dead: sum(({ dead }) => dead),
    };
  },
});
