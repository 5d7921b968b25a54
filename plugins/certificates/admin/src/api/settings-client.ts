import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type {
  AddPictureResponse,
  ImportResponse,
  Picture,
  PreviewSettingsRequest,
  PreviewSettingsResponse,
  Settings,
  SettingsProblem,
  SettingsResponse,
} from '../../../shared/contracts/settings';

export type SettingsOverview = SettingsResponse['data'];

export interface SettingsClient {
  find(): Promise<SettingsOverview>;
  save(settings: Settings, version: string): Promise<SettingsOverview>;
  preview(request: PreviewSettingsRequest): Promise<PreviewSettingsResponse['data']>;
  picture(key: string): Promise<Blob>;
  addPicture(file: File): Promise<Picture>;
  exported(): Promise<Blob>;
  imported(file: File): Promise<ImportResponse['data']>;
}

const BASE = '/certificates/settings';

/** A file's bytes in base64. */
const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error('The file cannot be read'));
    reader.readAsDataURL(file);
  });

/** The endpoints of the settings; each throws a `FetchError`. */
export function useSettingsClient(): SettingsClient {
  const { get, post, put } = useFetchClient();
  return useMemo(
    () => ({
      find: async () => (await get<SettingsResponse>(BASE)).data.data,
      save: async (settings, version) => (await put<SettingsResponse>(BASE, { settings, version })).data.data,
      preview: async (request) => (await post<PreviewSettingsResponse>(`${BASE}/preview`, request)).data.data,
      picture: async (key) => (await get<Blob>(`${BASE}/pictures/${key}`, { responseType: 'blob' })).data,
      addPicture: async (file) =>
        (await post<AddPictureResponse>(`${BASE}/pictures`, { data: await base64Of(file) })).data.data,
      exported: async () => (await get<Blob>(`${BASE}/export`, { responseType: 'blob' })).data,
      imported: async (file) => {
        const form = new FormData();
        form.append('files', file);
        return (await post<ImportResponse>(`${BASE}/import`, form)).data.data;
      },
    }),
    [get, post, put],
  );
}

/** What the server found wrong, with paths; empty where it said nothing of the kind. */
export function problemsOf(error: unknown): SettingsProblem[] {
  if (!isFetchError(error)) return [];
  const details = error.response?.data.error.details as { errors?: SettingsProblem[] } | undefined;
  return (details?.errors ?? []).filter(({ path }) => Array.isArray(path));
}

/** The file that a preview's base64 stands for. */
export function fileOf({ content, mediaType }: PreviewSettingsResponse['data']): Blob {
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: mediaType });
}
