import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type { DrawnAgainResponse, FilesResponse } from '../../../shared/contracts/files';

export type FilesOverview = FilesResponse['data'];

export interface FilesClient {
  overview(): Promise<FilesOverview>;
  /** Asks for an inspection; it is done by the worker. */
  inspect(): Promise<FilesOverview>;
  drawAgain(certificateId: string): Promise<DrawnAgainResponse['data']['outcome']>;
}

const BASE = '/certificates/files';

/** The endpoints about stored files; each throws a `FetchError`. */
export function useFilesClient(): FilesClient {
  const { get, post } = useFetchClient();
  return useMemo(
    () => ({
      overview: async () => (await get<FilesResponse>(BASE)).data.data,
      inspect: async () => (await post<FilesResponse>(`${BASE}/inspections`)).data.data,
      drawAgain: async (id) =>
        (await post<DrawnAgainResponse>(`${BASE}/${encodeURIComponent(id)}/drawings`)).data.data.outcome,
    }),
    [get, post],
  );
}
