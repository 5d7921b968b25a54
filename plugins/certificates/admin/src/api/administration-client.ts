import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import {
  SEARCH_HEADER,
  type BacklogResponse,
  type BacklogSubject,
  type CertificateDetail,
  type CorrectedResponse,
  type CorrectionResponse,
  type DetailResponse,
  type ListQuery,
  type ListResponse,
  type PreviewResponse,
  type PreviewRow,
  type Run,
  type RunResponse,
  type RunsResponse,
  type StartRunRequest,
  type Subject,
  type SubjectsResponse,
  type ZipQuery,
} from '../../../shared/contracts/administration';

export interface AdministrationClient {
  list(query: ListQuery, search: string): Promise<ListResponse>;
  /** The list as CSV. */
  exported(query: ListQuery, search: string): Promise<Blob>;
  /** The files of the list, or of some of it, as an archive. */
  zip(query: ListQuery, search: string, ids?: string[]): Promise<Blob>;
  detail(id: string): Promise<CertificateDetail>;
  file(id: string): Promise<Blob>;
  revoke(id: string, reason: string): Promise<void>;
  resend(id: string): Promise<void>;
  correction(id: string): Promise<CorrectionResponse['data']>;
  /** @returns the id of the new certificate. */
  correct(id: string, reason: string): Promise<string>;
  subjects(): Promise<Subject[]>;
  preview(about: Pick<Subject, 'source' | 'kind' | 'subject'>): Promise<PreviewRow[]>;
  /** Who has none, for each module. */
  backlog(): Promise<BacklogSubject[]>;
  runs(): Promise<Run[]>;
  run(id: string): Promise<Run>;
  startRun(request: StartRunRequest): Promise<Run>;
  steerRun(id: string, to: 'cancel' | 'resume'): Promise<Run>;
}

const BASE = '/certificates';
const at = (...parts: string[]): string => `${BASE}/${parts.map(encodeURIComponent).join('/')}`;

/** The endpoints of the administration; each throws a `FetchError`. */
export function useAdministrationClient(): AdministrationClient {
  const { get, post } = useFetchClient();
  const { locale } = useIntl();
  return useMemo(() => {
    // The fetch client joins parameters without encoding them.
    const params = (query: object) => ({
      params: Object.fromEntries(
        Object.entries(query)
          .filter(([, value]) => value != null && value !== '')
          .map(([key, value]) => [key, encodeURIComponent(String(value))]),
      ),
    });
    const filtered = (query: ListQuery, search: string) => ({
      ...params(query),
      headers: { [SEARCH_HEADER]: encodeURIComponent(search) },
    });
    return {
      list: async (query, search) => (await get<ListResponse>(at('issued'), filtered(query, search))).data,
      exported: async (query, search) =>
        (await get<Blob>(at('issued', 'export'), { ...filtered(query, search), responseType: 'blob' })).data,
      zip: async (query, search, ids) => {
        const chosen: ZipQuery = ids ? { ids: ids.join(',') } : query;
        const asked = { ...filtered(chosen, search), responseType: 'blob' as const };
        return (await get<Blob>(at('issued', 'zip'), asked)).data;
      },
      detail: async (id) => (await get<DetailResponse>(at('issued', id))).data.data,
      file: async (id) => (await get<Blob>(at('issued', id, 'file'), { responseType: 'blob' })).data,
      revoke: async (id, reason) => void (await post(at('issued', id, 'revocation'), { reason })),
      resend: async (id) => void (await post(at('issued', id, 'deliveries'))),
      correction: async (id) => (await get<CorrectionResponse>(at('issued', id, 'correction'))).data.data,
      correct: async (id, reason) =>
        (await post<CorrectedResponse>(at('issued', id, 'corrections'), { reason })).data.data.id,
      subjects: async () => (await get<SubjectsResponse>(at('subjects'), params({ locale }))).data.data,
      preview: async (about) => (await get<PreviewResponse>(at('preview'), params(about))).data.data.rows,
      backlog: async () =>
        (await get<BacklogResponse>(at('backlog'), params({ kind: 'module', locale }))).data.data.subjects,
      runs: async () => (await get<RunsResponse>(at('runs'))).data.data,
      run: async (id) => (await get<RunResponse>(at('runs', id))).data.data,
      startRun: async (request) => (await post<RunResponse>(at('runs'), request)).data.data,
      steerRun: async (id, to) => (await post<RunResponse>(at('runs', id, to))).data.data,
    };
  }, [get, post, locale]);
}

/** The `details.reason` of a refusal, `forbidden`, or null where the server said nothing that can be told. */
export function refusalReason(error: unknown): string | null {
  if (!isFetchError(error)) return null;
  const details = error.response?.data.error.details as { reason?: string } | undefined;
  return details?.reason ?? (error.status === 403 ? 'forbidden' : null);
}
