import { useEffect } from 'react';

interface Shortcuts {
  save(): void;
  undo(): void;
}

/**
 * Ctrl or Cmd with S saves, wherever the caret stands; with Z undoes, where it stands in a cell or in no field at all: in
 * other fields the browser's own undo is meant.
 */
export function useShortcuts({ save, undo }: Shortcuts): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const key = event.key.toLowerCase();
      if (key !== 's' && !(key === 'z' && !isOtherField(event.target))) return;
      event.preventDefault();
      if (key === 'z') undo();
      else if (!event.repeat) save();
    };
    // While it goes down, not up: the design system's search field lets no key pass upward.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [save, undo]);
}

const isOtherField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input, textarea, [contenteditable="true"]') &&
  target.dataset.gradebookKey === undefined;
