export type CmsState = 'ok' | 'failed';

const KEEP_MS = 1_000;

let kept: { state: Promise<CmsState>; until: number } | null = null;

/**
 * Whether the cms is ready. It is asked once at a time, and what it says is kept for a second: a flood of probes here is
 * none there.
 * @param ask has a deadline of its own.
 */
export function askCms(ask: () => Promise<Response>): Promise<CmsState> {
  if (kept && performance.now() < kept.until) return kept.state;
  const state = ask()
    .then(({ ok }): CmsState => (ok ? 'ok' : 'failed'))
    .catch((): CmsState => 'failed')
    .finally(() => (kept = { state, until: performance.now() + KEEP_MS }));
  kept = { state, until: Infinity };
  return state;
}
