import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import type {
  SamplePluginSummary,
  SamplePluginSummaryResponse,
} from '../../../shared/contracts/sample-plugin';

export type LoadedSummary =
  | { state: 'loading' }
  /** `status` is the HTTP status; undefined where there was no answer. */
  | { state: 'failed'; status: number | undefined }
  | { state: 'ready'; summary: SamplePluginSummary };

/** The summary in the language of the admin. An answer that comes after the next question is dropped. */
export function useSummary(): LoadedSummary {
  const { get } = useFetchClient();
  const { locale } = useIntl();
  const [loaded, setLoaded] = useState<LoadedSummary>({ state: 'loading' });
  useEffect(() => {
    let current = true;
    setLoaded({ state: 'loading' });
    get<SamplePluginSummaryResponse>('/sample-plugin/summary', { params: { locale } }).then(
      ({ data }) => current && setLoaded({ state: 'ready', summary: data.data }),
      (error: unknown) =>
        current && setLoaded({ state: 'failed', status: isFetchError(error) ? error.status : undefined }),
    );
    return () => {
      current = false;
    };
  }, [get, locale]);
  return loaded;
}
