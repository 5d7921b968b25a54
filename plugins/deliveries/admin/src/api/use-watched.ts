import { isFetchError } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';

export type Loaded<Data> =
  | { state: 'loading' }
  /** `status` is the HTTP status; undefined where there was no answer. */
  | { state: 'failed'; status: number | undefined }
  | { state: 'ready'; data: Data };

/** For good: nothing is there, or not for this user. */
const FINAL = [401, 403, 404];

/**
 * Loads for each new `load`, which is to be kept in a `useCallback`, and again and again while something is on its way.
 * What is shown stays meanwhile, also when a later look fails, so that nothing jumps. A hidden page does not look.
 *
 * @param everyMs from what was found; null: no further look.
 */
export function useWatched<Data>(
  load: () => Promise<Data>,
  everyMs: (data: Data) => number | null,
): { loaded: Loaded<Data>; lookAgain(): void } {
  const [loaded, setLoaded] = useState<Loaded<Data>>({ state: 'loading' });
  const [look, setLook] = useState(0);
  const asked = useRef(load);
  const lookAgain = useCallback(() => setLook((before) => before + 1), []);

  useEffect(() => {
    let current = true;
    if (asked.current !== load) setLoaded({ state: 'loading' });
    asked.current = load;
    load().then(
      (data) => current && setLoaded({ state: 'ready', data }),
      (error: unknown) => {
        const status = isFetchError(error) ? error.status : undefined;
        if (current)
          setLoaded((before) =>
            // A copy, so that the next look is planned.
            before.state === 'ready' && !FINAL.includes(status ?? 0)
              ? { ...before }
              : { state: 'failed', status },
          );
      },
    );
    return () => {
      current = false;
    };
  }, [load, look]);

  const wait = loaded.state === 'ready' ? everyMs(loaded.data) : null;
  useEffect(() => {
    if (wait === null) return;
    const timer = setInterval(() => {
      if (!document.hidden) lookAgain();
    }, wait);
    return () => clearInterval(timer);
  }, [loaded, wait, lookAgain]);

  return { loaded, lookAgain };
}
