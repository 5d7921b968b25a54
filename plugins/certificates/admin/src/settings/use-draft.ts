import { useCallback, useEffect, useState } from 'react';
import { useBlocker } from 'react-router-dom';
import type { Settings } from '../../../shared/contracts/settings';

const same = (a: Settings, b: Settings): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is being written, beside what is saved; whoever leaves with unsaved changes is asked first. */
export function useDraft(saved: Settings, first: Settings) {
  const [draft, setDraft] = useState(first);
  const isChanged = !same(draft, saved);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isChanged && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isChanged) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isChanged]);
  const change = useCallback((part: Partial<Settings>) => setDraft((before) => ({ ...before, ...part })), []);
  return { draft, setDraft, change, isChanged, blocker };
}
