import { isFetchError } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

export type Loaded<Data> =
  | { state: 'loading' }
  /** `status` is the HTTP status; undefined where there was no answer. */
  | { state: 'failed'; status: number | undefined }
  | { state: 'ready'; data: Data };

/**
 * Loads once for each new `load`, which is to be kept in a `useCallback`, and again when `look` grows. An answer that comes
 * after the next question is dropped.
 */
export function useLoaded<Data>(load: () => Promise<Data>, look = 0): Loaded<Data> {
  const [loaded, setLoaded] = useState<Loaded<Data>>({ state: 'loading' });
  useEffect(() => {
    let current = true;
    setLoaded({ state: 'loading' });
    load().then(
      (data) => current && setLoaded({ state: 'ready', data }),
      (error: unknown) =>
        current && setLoaded({ state: 'failed', status: isFetchError(error) ? error.status : undefined }),
    );
    return () => {
      current = false;
    };
  }, [load, look]);
  return loaded;
}
