import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { StatusResponse } from '../../../shared/contracts/status';

const EVERY_MS = 10_000;

export type LoadedStatus =
  | { state: 'loading' }
  /** `status` is the HTTP status; undefined where there was no answer. */
  | { state: 'failed'; status: number | undefined }
  /** `isOld`: the last question was not answered. */
  | { state: 'ready'; data: StatusResponse['data']; isOld: boolean };

/** How everything is, asked again while the page is open. */
export function useStatus(): LoadedStatus {
  const { get } = useFetchClient();
  const [loaded, setLoaded] = useState<LoadedStatus>({ state: 'loading' });
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const { data } = await get<StatusResponse>('/monitoring/status');
        if (current) setLoaded({ state: 'ready', data: data.data, isOld: false });
      } catch (error) {
        const status = isFetchError(error) ? error.status : undefined;
        if (current)
          setLoaded((before) =>
            before.state === 'ready' && status !== 403
              ? { ...before, isOld: true }
              : { state: 'failed', status },
          );
      }
      if (current) timer = setTimeout(() => void ask(), EVERY_MS);
    };
    void ask();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [get]);
  return loaded;
}
