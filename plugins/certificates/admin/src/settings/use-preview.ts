import { useEffect, useState } from 'react';
import type { PreviewSettingsRequest, SettingsProblem } from '../../../shared/contracts/settings';
import { problemsOf, useSettingsClient } from '../api/settings-client';

/** Milliseconds without a key, after which it is drawn again. */
const PAUSE_MS = 450;

export interface Preview {
  /** A `data:` address; stays until the next is drawn, so that nothing flickers. */
  picture: string | null;
  pages: number;
  isDrawing: boolean;
  /** Null: drawn as asked. */
  failure: { problems: SettingsProblem[] } | null;
}

/** One page, drawn by the server some time after the request stopped changing. */
export function usePreview(request: PreviewSettingsRequest): Preview {
  const client = useSettingsClient();
  const [preview, setPreview] = useState<Preview>({
    picture: null,
    pages: 1,
    isDrawing: true,
    failure: null,
  });
  const asked = JSON.stringify(request);
  useEffect(() => {
    let current = true;
    setPreview((before) => ({ ...before, isDrawing: true }));
    const timer = setTimeout(() => {
      client.preview(JSON.parse(asked) as PreviewSettingsRequest).then(
        ({ mediaType, content, pages }) => {
          if (!current) return;
          const picture = `data:${mediaType};base64,${content}`;
          setPreview({ picture, pages: pages ?? 1, isDrawing: false, failure: null });
        },
        (error: unknown) => {
          if (!current) return;
          const failure = { problems: problemsOf(error) };
          setPreview((before) => ({ ...before, isDrawing: false, failure }));
        },
      );
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, asked]);
  return preview;
}
