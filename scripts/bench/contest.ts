import { setImmediate } from 'node:timers/promises';
import { cpuMsOf, descendantsOf, megabytesOf } from './child-processes.ts';
import type { MemoryAt, Measurement } from './measurement.ts';
import { groupMeans, median, p95 } from './statistics.ts';

export interface Contestant {
  /** Draws the one of this number; the same number gives the same picture. */
  draw(index: number): Promise<Uint8Array> | Uint8Array;
  close?(): Promise<void> | void;
}

export interface Rules {
  count: number;
  /** Drawn first, and not counted. */
  warmUp: number;
  /** How many are asked for before the first is there. */
  inFlight: number;
  /** Whether other processes do the work, and count. */
  hasChildren: boolean;
}

/** Times of so many are taken together where several are under way at once. */
const GROUP = 20;
/** Memory is looked at so many times. */
const LOOKS = 100;
const CHILDREN_EVERY_MS = 100;

/** The highest memory of this process and its children at one moment, in MB. */
function watchChildren(): { peak(): number } {
  let highest = 0;
  const look = () => {
    const own = process.memoryUsage.rss() / 1e6;
    highest = Math.max(highest, own + megabytesOf(descendantsOf(process.pid)));
  };
  const timer = setInterval(look, CHILDREN_EVERY_MS);
  return {
    peak() {
      clearInterval(timer);
      look();
      return highest;
    },
  };
}

/** Lets a contestant draw, and measures this process meanwhile. Yields to the event loop after each. */
export async function contest(
  { draw }: Contestant,
  { count, warmUp, inFlight, hasChildren }: Rules,
): Promise<Measurement> {
  const children = hasChildren ? watchChildren() : null;
  const childrensCpu = () => (hasChildren ? cpuMsOf(descendantsOf(process.pid)) : 0);
  for (let index = 0; index < warmUp; index++) {
    await draw(count + index);
    await setImmediate();
  }

  const memory: MemoryAt[] = [];
  const lookEvery = Math.max(1, Math.floor(count / LOOKS));
  const times: number[] = [];
  let [next, bytes] = [0, 0];
  const cpuBefore = process.cpuUsage();
  const childrensCpuBefore = childrensCpu();
  const started = performance.now();
  let last = started;
  const lane = async () => {
    while (next < count) {
      const index = next++;
      const from = performance.now();
      const { byteLength } = await draw(index);
      const now = performance.now();
      bytes += byteLength;
      times.push(inFlight > 1 ? now - last : now - from);
      last = now;
      if (times.length % lookEvery === 0) {
        memory.push({ done: times.length, megabytes: process.memoryUsage.rss() / 1e6 });
        console.log(`@ ${times.length}`);
      }
      await setImmediate();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  const wallMs = performance.now() - started;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpuMs = (user + system) / 1000 + childrensCpu() - childrensCpuBefore;
  const shown = inFlight > 1 && times.length >= GROUP ? groupMeans(times, GROUP) : times;
  return {
    count,
    medianMs: median(shown),
    p95Ms: p95(shown),
    wallMs,
    cpuMs: cpuMs / count,
    peakMegabytes: children?.peak() ?? (process.resourceUsage().maxRSS * 1024) / 1e6,
    bytes: bytes / count,
    memory,
  };
}
