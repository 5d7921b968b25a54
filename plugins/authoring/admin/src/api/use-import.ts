import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef } from 'react';
import type {
  ArchiveProblem,
  CourseProblem,
  ImportRequest,
  TransferLine,
  TransferReport,
} from '../../../shared/contracts/transfer';
import { readLines } from './read-lines';

export type ImportOutcome =
  | { done: true; report: TransferReport }
  | {
      done: false;
      reason: ArchiveProblem | CourseProblem | 'forbidden' | 'failed';
      path: string | null;
      detail: string;
    };

/** Sends an archive in and tells how far it is. The fetch client waits for whole answers, so this one is read by hand. */
export function useImport() {
  const { get } = useFetchClient();
  const token = useAuth('useImport', (state) => state.token);
  const current = useRef(token);
  useEffect(() => {
    current.current = token;
  }, [token]);

  return useCallback(
    async (
      { file, code, locale, publish }: ImportRequest,
      onProgress: (done: number, total: number, title: string) => void,
    ): Promise<ImportOutcome> => {
      // Renews the token where it has run out: an upload is not sent twice.
      await get('/authoring/modules');
      await new Promise((resolve) => setTimeout(resolve));
      const body = new FormData();
      body.append('file', file);
      body.append('locale', locale);
      body.append('publish', String(publish));
      if (code) body.append('code', code);
      const { backendURL } = window.strapi as unknown as { backendURL: string };
      const answer = await fetch(`${backendURL}/authoring/import`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${current.current}` },
        body,
      });
      if (!answer.ok || !answer.body) return refused(answer);
      let outcome: ImportOutcome = { done: false, reason: 'failed', path: null, detail: '' };
      await readLines<TransferLine>(answer.body, (line) => {
        if ('progress' in line) onProgress(line.progress.done, line.progress.total, line.progress.title);
        else if ('report' in line) outcome = { done: true, report: line.report };
        else outcome = { done: false, ...line.problem };
      });
      return outcome;
    },
    [get],
  );
}

async function refused(answer: Response): Promise<ImportOutcome> {
  if (answer.status === 403) return { done: false, reason: 'forbidden', path: null, detail: '' };
  if (answer.status === 413) return { done: false, reason: 'too-large', path: null, detail: '' };
  const { error } = await answer.json().catch(() => ({ error: null }));
  const { reason = 'failed', path = null, detail = '' } = error?.details ?? {};
  return { done: false, reason, path, detail };
}
