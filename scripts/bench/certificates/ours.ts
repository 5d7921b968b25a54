import heap from '../../../plugins/certificates/server/src/rendering/thread-heap.json' with { type: 'json' };
import type { Contestant } from '../contest.ts';
import { proofsAlone, RENDERER_FILE, threadsAlone } from './plugin-alone.ts';
import { snapshotOf } from './recipients.ts';

export interface Ours {
  threads: number;
  signature: boolean;
  credential: boolean;
}

/** Gives out names, each to two at a time: one that is worked on, and the next, so that no thread waits. */
function takingTurns(names: string[]) {
  const free = [...names, ...names];
  const waiting: ((name: string) => void)[] = [];
  return {
    take: async (): Promise<string> => free.shift() ?? new Promise((resolve) => waiting.push(resolve)),
    giveBack(name: string): void {
      const next = waiting.shift();
      if (next) next(name);
      else free.push(name);
    },
  };
}

/**
 * Lumino: the plugin's renderer in threads of the jobs plugin, as the worker has it. Signature and credential are made
 * in the main thread, the credential while the renderer draws.
 */
export async function prepare({ threads, signature, credential }: Ours): Promise<Contestant> {
  const renderers = threadsAlone();
  const names = Array.from({ length: threads }, (_, index) => `certificates-renderer-${index}`);
  for (const name of names) await renderers.add(name, RENDERER_FILE, {}, heap);
  const proofs = signature || credential ? await proofsAlone() : null;
  const { take, giveBack } = takingTurns(names);

  return {
    async draw(index) {
      const snapshot = snapshotOf(index);
      const name = await take();
      const rendering = renderers.ask<{ pdf: Uint8Array }>(name, { snapshot }).finally(() => giveBack(name));
      const [{ pdf }] = await Promise.all([
        rendering,
        credential ? proofs?.credential(snapshot, index) : undefined,
      ]);
      const { issuedAt, serial } = snapshot;
      return signature && proofs ? proofs.sign(pdf, { issuedAt: new Date(issuedAt), serial }) : pdf;
    },
    close: () => renderers.stop(),
  };
}
