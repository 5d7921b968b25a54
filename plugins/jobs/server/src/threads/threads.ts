import type { ResourceLimits } from 'node:worker_threads';
import type { Core } from '@strapi/types';
import Bree from 'bree';
import { within } from '../within';

const STOP_SECONDS = 1;

interface Waiting {
  resolve(value: never): void;
  reject(reason: Error): void;
}

/** What a thread answers: `id` is the one it was asked with. */
interface Reply {
  id: number;
  error?: { name: string; message: string };
}

/**
 * Long-running threads for work that computes, one question at a time each, supervised by bree: a thread that dies
 * fails the questions it was asked, which are retried by whoever asked, and is started again by the next question.
 */
export function createThreads(strapi: Core.Strapi) {
  const waiting = new Map<string, Map<number, Waiting>>();
  let nextId = 1;
  let bree: Bree | null = null;

  function failAll(name: string, reason: string): void {
    for (const { reject } of waiting.get(name)?.values() ?? [])
      reject(new Error(`thread ${name}: ${reason}`));
    waiting.get(name)?.clear();
  }

  const supervisor = (): Bree => {
    bree ??= new Bree({
      root: false,
      logger: false,
      jobs: [],
      workerMessageHandler: ({ name, message }: { name: string; message: unknown }) => {
        const reply = message as Reply;
        const asked = waiting.get(name)?.get(reply.id);
        waiting.get(name)?.delete(reply.id);
        if (reply.error)
          asked?.reject(Object.assign(new Error(reply.error.message), { name: reply.error.name }));
        else asked?.resolve(reply as never);
      },
      errorHandler: (error: unknown, { name }: { name: string }) => {
        if (!bree) return; // Ended by us.
        const { message } = error as Error;
        strapi.log.error(`thread ${name}: ${message}`);
        failAll(name, message);
      },
    });
    return bree;
  };

  return {
    /**
     * @param file a script that answers each message `{ id, … }` with `{ id, … }` or `{ id, error: { name, message } }`.
     * @param resourceLimits of its memory; one that needs more dies, as any thread may.
     */
    async add(
      name: string,
      file: string,
      workerData: Record<string, unknown> = {},
      resourceLimits: ResourceLimits = {},
    ): Promise<void> {
      waiting.set(name, new Map());
      const worker = { workerData, resourceLimits };
      await supervisor().add({ name, path: file, timeout: false, worker } as never);
    },

    /** @throws Error as the thread answered it, or when the thread died. */
    async ask<Answer>(name: string, question: Record<string, unknown>): Promise<Answer> {
      const own = waiting.get(name);
      if (!own) throw new Error(`thread "${name}" is not known`);
      if (!supervisor().workers.has(name)) {
        await supervisor().run(name);
        supervisor()
          .workers.get(name)
          ?.once('exit', () => failAll(name, 'ended before it answered'));
      }
      const id = nextId++;
      return new Promise<Answer>((resolve, reject) => {
        own.set(id, { resolve, reject });
        supervisor()
          .workers.get(name)
          ?.postMessage({ ...question, id });
      });
    },

    /** Ends every thread at once: whoever still waits for an answer is told so. */
    async stop(): Promise<void> {
      const ending = bree;
      bree = null;
      for (const name of waiting.keys()) failAll(name, 'stopped');
      // bree asks a thread to cancel and waits without end for its consent; ours compute, and lose nothing.
      const threads = [...(ending?.workers.values() ?? [])].map((worker) => worker.terminate());
      // A thread inside a native call ends only when that call returns.
      await within(STOP_SECONDS, Promise.all(threads));
    },
  };
}
