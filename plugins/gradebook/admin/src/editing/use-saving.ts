import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useState, type Dispatch } from 'react';
import { useGradebookClient } from '../api/gradebook-client';
import { useMessage } from '../translations/use-message';
import type { Draft } from './draft';
import type { DraftAction } from './draft-reducer';
import { changedCells, changesOf, contestedCells, faultyCells, type Cell } from './draft-view';

interface Saving {
  saving: boolean;
  /** Saves everything at once (M2), or says why not. */
  save(): void;
}

/**
 * @param showCell brings a cell that stands in the way of a save before the teacher's eyes.
 * @param onSaved is told after a save that changed something; keep it in a `useCallback`.
 */
export function useSaving(
  moduleKey: string,
  draft: Draft,
  dispatch: Dispatch<DraftAction>,
  showCell: (cell: Cell) => void,
  onSaved: () => void,
): Saving {
  const client = useGradebookClient();
  const message = useMessage();
  const { toggleNotification } = useNotification();
  const [saving, setSaving] = useState(false);

  const save = useCallback(async () => {
    if (saving || changedCells(draft).length === 0) return;
    const tell = (type: 'success' | 'warning' | 'danger', text: string) =>
      toggleNotification({ type, message: text });

    const [faulty, contested] = [faultyCells(draft), contestedCells(draft)];
    if (faulty[0]) {
      dispatch({ type: 'attempted' });
      showCell(faulty[0]);
      return tell('danger', message('save.invalid', { count: faulty.length }));
    }
    if (contested[0]) {
      showCell(contested[0]);
      return tell('warning', message('save.unsettled', { count: contested.length }));
    }

    setSaving(true);
    const result = await client.save(moduleKey, changesOf(draft));
    setSaving(false);
    switch (result.outcome) {
      case 'saved':
        dispatch({ type: 'saved', rows: result.rows });
        onSaved();
        return tell('success', message('save.done'));
      case 'refused':
        dispatch({ type: 'refused', errors: result.errors });
        if (result.errors[0]) showCell({ key: result.errors[0].path[0], field: result.errors[0].path[1] });
        return tell('danger', message('save.invalid', { count: result.errors.length }));
      case 'conflict':
        dispatch({ type: 'conflicted', conflicts: result.conflicts });
        if (result.conflicts[0]) showCell({ key: result.conflicts[0].enrollmentKey, field: 'mark' });
        return tell('warning', message('save.conflict', { count: result.conflicts.length }));
      default:
        return tell('danger', message(`save.${result.outcome}`));
    }
  }, [client, dispatch, draft, message, moduleKey, onSaved, saving, showCell, toggleNotification]);

  return { saving, save: useCallback(() => void save(), [save]) };
}
