import { useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useFailure } from './translations/use-message';

/** Errors that the asker tells by itself, and that are thrown on to it. */
type Own = (error: unknown) => boolean;

/** Does something, tells how it went, and lets the page show what is true now, whatever the outcome. */
export function useAct(afterwards: () => void): (work: () => Promise<string>, own?: Own) => Promise<void> {
  const { toggleNotification } = useNotification();
  const failure = useFailure();
  return useCallback(
    async (work, own = () => false) => {
      try {
        toggleNotification({ type: 'success', message: await work() });
      } catch (error) {
        if (own(error)) throw error;
        toggleNotification({ type: 'danger', message: failure(error) });
      }
      afterwards();
    },
    [toggleNotification, failure, afterwards],
  );
}
