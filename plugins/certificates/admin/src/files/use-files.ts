import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { refusalReason } from '../api/administration-client';
import { useFilesClient, type FilesOverview } from '../api/files-client';
import { useLoaded } from '../api/use-loaded';
import { useMessage, useReason } from '../translations/use-message';

/** Milliseconds between two looks while it runs. */
const WATCH_MS = 1500;

export interface Files {
  /** What is known last; null before the first answer. */
  overview: FilesOverview | null;
  /** The HTTP status, where the first question failed. */
  failed: { status: number | undefined } | null;
  /** The certificate whose file is being drawn. */
  drawing: string | null;
  inspect(): Promise<void>;
  drawAgain(certificateId: string): Promise<void>;
}

/** What the last inspection found, looked at again for as long as one runs; and what can be done about it. */
export function useFiles(): Files {
  const message = useMessage();
  const inWords = useReason();
  const client = useFilesClient();
  const { toggleNotification } = useNotification();
  const [overview, setOverview] = useState<FilesOverview | null>(null);
  const [drawing, setDrawing] = useState<string | null>(null);
  const [look, setLook] = useState(0);
  const lookAgain = () => setLook((before) => before + 1);
  const loaded = useLoaded(
    useCallback(() => client.overview(), [client]),
    look,
  );
  useEffect(() => {
    if (loaded.state === 'ready') setOverview(loaded.data);
    const goesOn = loaded.state === 'ready' ? loaded.data.isRunning : loaded.state === 'failed' && overview;
    if (!goesOn) return;
    const timer = setTimeout(lookAgain, WATCH_MS);
    return () => clearTimeout(timer);
  }, [loaded, overview]);

  async function attempt(work: () => Promise<void>) {
    try {
      await work();
    } catch (error) {
      const reason = refusalReason(error);
      toggleNotification({
        type: 'danger',
        message: reason ? message('act.refused', { reason: inWords(reason) }) : message('act.failed'),
      });
    }
    lookAgain();
  }

  return {
    overview,
    failed: !overview && loaded.state === 'failed' ? loaded : null,
    drawing,
    inspect: () => attempt(async () => setOverview(await client.inspect())),
    async drawAgain(certificateId) {
      setDrawing(certificateId);
      await attempt(async () => {
        const outcome = await client.drawAgain(certificateId);
        toggleNotification({ type: 'success', message: message(`files.drawn.${outcome}`) });
      });
      setDrawing(null);
    },
  };
}
