import { createContext, useCallback, useContext } from 'react';
import type { SettingsProblem } from '../../../shared/contracts/settings';
import en from '../translations/en.json';
import { useMessage, type MessageKey } from '../translations/use-message';

/** What the server refused, for the fields to stand beside. */
export const Problems = createContext<SettingsProblem[]>([]);

/** What is wrong at a place of the settings (`branding.accent`), in words; undefined where nothing is. */
export function useProblemAt(): (place: string) => string | undefined {
  const problems = useContext(Problems);
  const message = useMessage();
  return useCallback(
    (place) => {
      const found = problems.find(({ path }) => path.join('.') === place);
      if (!found) return undefined;
      const key = `problem.${found.code ?? ''}`;
      return key in en ? message(key as MessageKey) : found.message;
    },
    [problems, message],
  );
}
