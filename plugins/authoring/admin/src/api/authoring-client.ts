import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { ChecklistResponse, Finding } from '../../../shared/contracts/checklist';
import type {
  DuplicateResponse,
  ModulesResponse,
  NewLessonRequest,
  NewLessonResponse,
  Outline,
  OutlineResponse,
} from '../../../shared/contracts/outline';

export interface AuthoringClient {
  modules(): Promise<ModulesResponse['data']>;
  outline(moduleKey: string): Promise<Outline>;
  reorder(moduleKey: string, lessonKeys: string[]): Promise<void>;
  addLesson(moduleKey: string, lesson: NewLessonRequest): Promise<NewLessonResponse['data']>;
  /** @returns the copy's key. */
  duplicate(moduleKey: string, code: string): Promise<string>;
  /** The module as a zip. */
  exported(moduleKey: string): Promise<Blob>;
  check(type: 'module' | 'lesson', documentId: string, locale: string): Promise<Finding[]>;
}

const at = (...parts: string[]): string => `/authoring/${parts.map(encodeURIComponent).join('/')}`;

/** The plugin's endpoints; each throws a `FetchError`. */
export function useAuthoringClient(): AuthoringClient {
  const { get, post, put } = useFetchClient();
  const { locale } = useIntl();
  return useMemo(() => {
    const named = { params: { locale } };
    return {
      modules: async () => (await get<ModulesResponse>(at('modules'), named)).data.data,
      outline: async (moduleKey) => (await get<OutlineResponse>(at('modules', moduleKey), named)).data.data,
      reorder: async (moduleKey, lessonKeys) => {
        await put(at('modules', moduleKey, 'order'), { lessonKeys });
      },
      addLesson: async (moduleKey, lesson) =>
        (await post<NewLessonResponse>(at('modules', moduleKey, 'lessons'), lesson)).data.data,
      duplicate: async (moduleKey, code) =>
        (await post<DuplicateResponse>(at('modules', moduleKey, 'duplicate'), { code })).data.data.moduleKey,
      exported: async (moduleKey) =>
        (await get<Blob>(at('modules', moduleKey, 'export'), { responseType: 'blob' })).data,
      check: async (type, documentId, language) =>
        (
          await get<ChecklistResponse>(at('checklist', type, documentId), {
            params: { locale: language },
          })
        ).data.data.findings,
    };
  }, [get, post, put, locale]);
}
