import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type {
  ChangeError,
  Gradebook,
  GradebookResponse,
  HistoryEntry,
  HistoryResponse,
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
  | { outcome: 'forbidden' }
  | { outcome: 'failed' };

export interface GradebookClient {
  modules(): Promise<ModuleSummary[]>;
  gradebook(moduleKey: string): Promise<Gradebook>;
  history(moduleKey: string, enrollmentKey: string): Promise<HistoryEntry[]>;
  /** Never throws: what can go wrong with a save is for the page to tell, with everything typed still in place. */
  save(moduleKey: string, changes: MarkChange[]): Promise<SaveOutcome>;
}

/** The gradebook's endpoints; names come in the language of the admin. The reading ones throw a `FetchError`. */
export function useGradebookClient(): GradebookClient {
  const { get, put } = useFetchClient();
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
    };
  }, [get, put, locale]);
}

function outcomeOf(error: unknown): SaveOutcome {
  if (!isFetchError(error)) return { outcome: 'failed' };
  const details = error.response?.data.error.details as
    { errors?: ChangeError[]; conflicts?: MarkConflict[] } | undefined;
  if (error.status === 409 && details?.conflicts)
    return { outcome: 'conflict', conflicts: details.conflicts };
  if (error.status === 400 && details?.errors) return { outcome: 'refused', errors: details.errors };
  return { outcome: error.status === 403 ? 'forbidden' : 'failed' };
}
