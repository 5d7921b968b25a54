import { isFetchError } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

export type Loaded<Data> =
  | { state: 'loading' }
  /** `status` is the HTTP status; undefined where there was no answer. */
  | { state: 'failed'; status: number | undefined }
  | { state: 'ready'; data: Data };

/**
 * Loads for each new `load`: keep it in a `useCallback`. An answer that comes after the next question is dropped.
 * @returns also what loads again, while the old data stays.
 */
export function useLoaded<Data>(load: () => Promise<Data>): [Loaded<Data>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<Data>>({ state: 'loading' });
  const [asked, setAsked] = useState(0);
  useEffect(() => setLoaded({ state: 'loading' }), [load]);
  useEffect(() => {
    let current = true;
    load().then(
      (data) => current && setLoaded({ state: 'ready', data }),
      (error: unknown) =>
        current && setLoaded({ state: 'failed', status: isFetchError(error) ? error.status : undefined }),
    );
    return () => {
      current = false;
    };
  }, [load, asked]);
  return [loaded, useCallback(() => setAsked((times) => times + 1), [])];
}
