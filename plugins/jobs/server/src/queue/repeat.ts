/**
 * Does something every few seconds, never twice at a time, until it is stopped; the first time at once.
 *
 * @returns stops it, and waits for the run that is under way.
 */
export function repeat(
  seconds: number,
  run: () => Promise<void>,
  failed: (error: Error) => void,
): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  let running = Promise.resolve();
  const once = (): void => {
    running = run()
      .catch(failed)
      .finally(() => {
        if (!stopped) timer = setTimeout(once, seconds * 1000);
      });
  };
  once();
  return async () => {
    stopped = true;
    if (timer) clearTimeout(timer);
    await running;
  };
}
