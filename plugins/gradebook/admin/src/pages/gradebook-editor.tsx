import {
  EmptyStateLayout,
  Flex,
  Searchbar,
  SearchForm,
  Typography,
  useNotifyAT,
} from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback, useMemo, useReducer, useRef, useState } from 'react';
import type { Gradebook, GradebookRow } from '../../../shared/contracts/gradebook';
import { CertificatesPanel } from '../certificates/certificates-panel';
import { useCertificates } from '../certificates/use-certificates';
import { CsvButtons } from '../csv/csv-buttons';
import { newDraft } from '../editing/draft';
import { changedCells, currentMarks, type Cell } from '../editing/draft-view';
import { fillDown } from '../editing/pasted-column';
import { undoable, undoneCell, undoReducer } from '../editing/undo';
import { UnsavedChangesGuard } from '../editing/unsaved-changes-guard';
import { useSaving } from '../editing/use-saving';
import { useShortcuts } from '../editing/use-shortcuts';
import { HistoryModal } from '../history/history-modal';
import { MarksTable, type MarksTableHandle } from '../marks-table/marks-table';
import type { RowActions } from '../marks-table/row-actions';
import { useVisibleRows } from '../marks-table/use-visible-rows';
import { ClassOverview } from '../statistics/class-overview';
import { useMessage } from '../translations/use-message';
import { GradebookHeader } from './gradebook-header';

interface Props {
  gradebook: Gradebook;
  /** Loads all of it anew. */
  reload: () => void;
}

/** The gradebook of one module: its class at a glance, and all its marks in one table that is saved at once. */
export function GradebookEditor({ gradebook, reload }: Props) {
  const message = useMessage();
  const { notifyStatus } = useNotifyAT();
  const { module, scale, studentPages } = gradebook;
  const [state, dispatch] = useReducer(undoReducer, gradebook, ({ rows }) => undoable(newDraft(rows, scale)));
  const { draft } = state;
  const visible = useVisibleRows(draft.rows);
  const certificates = useCertificates(module.code);
  const table = useRef<MarksTableHandle>(null);
  const [historyOf, setHistoryOf] = useState<GradebookRow | null>(null);

  // For functions that must stay the same while rows and steps change.
  const now = useRef({ state, found: visible.found });
  now.current = { state, found: visible.found };
  const { setSearch } = visible;
  const showCell = useCallback(
    (cell: Cell) => {
      if (!now.current.found.includes(cell.key)) setSearch('');
      table.current?.show(cell);
    },
    [setSearch],
  );
  const undo = useCallback(() => {
    const cell = undoneCell(now.current.state, Object.keys(now.current.state.draft.rows));
    dispatch({ type: 'undone' });
    if (cell) showCell(cell);
  }, [showCell]);

  const count = changedCells(draft).length;
  const { saving, save } = useSaving(module.moduleKey, draft, dispatch, showCell, certificates.refresh);
  useShortcuts({ save, undo });

  const actions = useMemo<RowActions>(
    () => ({
      type: (key, field, text) => dispatch({ type: 'typed', key, field, text }),
      fill: (key, values) => {
        const { cells, left } = fillDown(now.current.found, key, values);
        dispatch({ type: 'filled', cells });
        const overflow = left > 0 ? `. ${message('paste.overflow', { count: left })}` : '';
        notifyStatus(`${message('paste.done', { count: cells.length })}${overflow}`);
      },
      keepMine: (key, field) => dispatch({ type: 'kept-mine', key, field }),
      takeTheirs: (key, field) => dispatch({ type: 'took-theirs', key, field }),
      showHistory: setHistoryOf,
    }),
    [message, notifyStatus],
  );
  const { standing } = certificates;
  const surroundings = useMemo(() => ({ studentPages, certificates: standing }), [standing, studentPages]);

  return (
    <Page.Main>
      <Page.Title>{`${module.code} · ${message('modules.title')}`}</Page.Title>
      <GradebookHeader
        module={module}
        scale={scale}
        students={gradebook.rows.length}
        unsaved={count}
        saving={saving}
        onSave={save}
        onUndo={state.past.length > 0 ? undo : null}
        onDiscard={() => dispatch({ type: 'discarded' })}
      />
      <Layouts.Content>
        {gradebook.rows.length === 0 ? (
          <EmptyStateLayout
            icon={<EmptyDocuments width="16rem" />}
            content={message('gradebook.no-students')}
          />
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
            <ClassOverview marks={currentMarks(draft)} scale={scale} />
            {certificates.mayIssue && <CertificatesPanel certificates={certificates} unsaved={count > 0} />}
            <Flex justifyContent="space-between" gap={4} wrap="wrap">
              <SearchForm onSubmit={(event) => event.preventDefault()}>
                <Searchbar
                  name="student"
                  value={visible.search}
                  onChange={(event) => visible.setSearch(event.target.value)}
                  onClear={() => visible.setSearch('')}
                  clearLabel={message('gradebook.search.clear')}
                  placeholder={message('gradebook.search')}
                >
                  {message('gradebook.search')}
                </Searchbar>
              </SearchForm>
              <CsvButtons module={module} unsaved={count > 0} onWritten={reload} />
            </Flex>
            {visible.found.length === 0 && (
              <Typography textColor="neutral600">{message('gradebook.none-found')}</Typography>
            )}
            <MarksTable
              ref={table}
              label={message('table.label', { code: module.code })}
              draft={draft}
              keys={visible.found}
              sort={visible.sort}
              onSort={visible.sortBy}
              actions={actions}
              surroundings={surroundings}
            />
            <Typography variant="pi" textColor="neutral600">
              {message('gradebook.keys')}
            </Typography>
          </Flex>
        )}
      </Layouts.Content>
      {historyOf && (
        <HistoryModal moduleKey={module.moduleKey} student={historyOf} onClose={() => setHistoryOf(null)} />
      )}
      <UnsavedChangesGuard count={count} />
    </Page.Main>
  );
}
