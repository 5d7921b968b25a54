/** Memory at a moment of a run. */
export interface MemoryAt {
  done: number;
  /** Resident, in MB of 10⁶ bytes. */
  megabytes: number;
}

/** What one contestant's process found out about itself; the last line it prints, as JSON. */
export interface Measurement {
  count: number;
  medianMs: number;
  p95Ms: number;
  /** From the first to the last. */
  wallMs: number;
  /** User and system, of all threads and children, for one. */
  cpuMs: number;
  /** Resident, in MB of 10⁶ bytes, warm-up included. */
  peakMegabytes: number;
  /** Mean size of one. */
  bytes: number;
  memory: MemoryAt[];
}

/** Printed while a contestant works, so that somebody who waits sees it move: `@ 40`. */
export const PROGRESS = /^@ (\d+)$/;
