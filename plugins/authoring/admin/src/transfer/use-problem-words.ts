import { useCallback } from 'react';
import type { LeftOut } from '../../../shared/contracts/transfer';
import type { ImportOutcome } from '../api/use-import';
import { useMessage } from '../translations/use-message';

/** Why an import did not begin, or broke off before anything was written. */
export function useProblemWords(): (outcome: Extract<ImportOutcome, { done: false }>) => string {
  const message = useMessage();
  return useCallback(
    ({ reason, path, detail }) => {
      const said = message(`problem.${reason}`, { detail });
      return path ? message('problem.in', { path, said }) : said;
    },
    [message],
  );
}

/** What an import left out. */
export function useLeftOutWords(): (problem: LeftOut) => string {
  const message = useMessage();
  return useCallback(
    ({ kind, path, address }) =>
      path === address
        ? message('left-out.file', { path })
        : message('problem.in', { path, said: message(`left-out.${kind}`, { address }) }),
    [message],
  );
}
