import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type {
  ChangeError,
  Gradebook,
  GradebookResponse,
  HistoryEntry,
  HistoryResponse,
  ImportReport,
  ImportResponse,
  MarkChange,
  MarkConflict,
  ModulesResponse,
  ModuleSummary,
  SavedGrade,
  SaveMarksRequest,
  SaveMarksResponse,
} from '../../../shared/contracts/gradebook';

export type SaveOutcome =
  | { outcome: 'saved'; rows: SavedGrade[] }
  | { outcome: 'refused'; errors: ChangeError[] }
  | { outcome: 'conflict'; conflicts: MarkConflict[] }
  | { outcome: 'forbidden' | 'too-much' | 'failed' };

export type ImportOutcome = { outcome: 'read'; report: ImportReport } | { outcome: 'forbidden' | 'failed' };

export interface GradebookClient {
  modules(): Promise<ModuleSummary[]>;
  gradebook(moduleKey: string): Promise<Gradebook>;
  history(moduleKey: string, enrollmentKey: string): Promise<HistoryEntry[]>;
  /** Never throws: what can go wrong with a save is for the page to tell, with everything typed still in place. */
  save(moduleKey: string, changes: MarkChange[]): Promise<SaveOutcome>;
  /** The marks as a file for the spreadsheets of the admin's language. */
  csv(moduleKey: string): Promise<Blob>;
  /** Never throws. */
  import(moduleKey: string, file: File, dryRun: boolean): Promise<ImportOutcome>;
}

/** The gradebook's endpoints; names come in the language of the admin. The reading ones throw a `FetchError`. */
export function useGradebookClient(): GradebookClient {
  const { get, post, put } = useFetchClient();
  const { locale } = useIntl();
  return useMemo(() => {
    const at = (moduleKey: string): string => `/gradebook/modules/${encodeURIComponent(moduleKey)}`;
    const params = { locale };
    return {
      modules: async () => (await get<ModulesResponse>('/gradebook/modules', { params })).data.data,
      gradebook: async (moduleKey) => (await get<GradebookResponse>(at(moduleKey), { params })).data.data,
      history: async (moduleKey, enrollmentKey) =>
        (await get<HistoryResponse>(`${at(moduleKey)}/history/${encodeURIComponent(enrollmentKey)}`)).data
          .data,
      save: async (moduleKey, changes) => {
        try {
          const body: SaveMarksRequest = { changes };
          const { data } = await put<SaveMarksResponse>(`${at(moduleKey)}/marks`, body);
          return { outcome: 'saved', rows: data.data.rows };
        } catch (error) {
          return outcomeOf(error);
        }
      },
      csv: async (moduleKey) =>
        (await get<Blob>(`${at(moduleKey)}/csv`, { params, responseType: 'blob' })).data,
      import: async (moduleKey, file, dryRun) => {
        const form = new FormData();
        form.append('file', file);
        try {
          const { data } = await post<ImportResponse>(`${at(moduleKey)}/import`, form, {
            params: { ...params, dryRun: String(dryRun) },
          });
          return { outcome: 'read', report: data.data };
        } catch (error) {
          return { outcome: isFetchError(error) && error.status === 403 ? 'forbidden' : 'failed' };
        }
      },
    };
  }, [get, post, put, locale]);
}

function outcomeOf(error: unknown): SaveOutcome {
  if (!isFetchError(error)) return { outcome: 'failed' };
  const details = error.response?.data.error.details as
    { errors?: ChangeError[]; conflicts?: MarkConflict[] } | undefined;
  if (error.status === 409 && details?.conflicts)
    return { outcome: 'conflict', conflicts: details.conflicts };
  if (error.status === 400 && details?.errors) return { outcome: 'refused', errors: details.errors };
  if (error.status === 413) return { outcome: 'too-much' };
  return { outcome: error.status === 403 ? 'forbidden' : 'failed' };
}
