import {
  Box,
  EmptyStateLayout,
  Flex,
  Searchbar,
  SearchForm,
  Typography,
  useNotifyAT,
} from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, Pagination } from '@strapi/strapi/admin';
import { useMemo, useReducer, useRef, useState } from 'react';
import type { Gradebook, GradebookRow } from '../../../shared/contracts/gradebook';
import { newDraft } from '../editing/draft';
import { draftReducer } from '../editing/draft-reducer';
import { changedCells, currentMarks } from '../editing/draft-view';
import { fillDown } from '../editing/pasted-column';
import { UnsavedChangesGuard } from '../editing/unsaved-changes-guard';
import { useSaveShortcut } from '../editing/use-save-shortcut';
import { useSaving } from '../editing/use-saving';
import { HistoryModal } from '../history/history-modal';
import { MarksTable } from '../marks-table/marks-table';
import type { RowActions } from '../marks-table/row-actions';
import { useShownCell } from '../marks-table/use-shown-cell';
import { DEFAULT_PAGE_SIZE, useVisibleRows } from '../marks-table/use-visible-rows';
import { ClassOverview } from '../statistics/class-overview';
import { useMessage } from '../translations/use-message';
import { GradebookHeader } from './gradebook-header';

/** The gradebook of one module: its class at a glance, and all its marks in one table that is saved at once. */
export function GradebookEditor({ gradebook }: { gradebook: Gradebook }) {
  const message = useMessage();
  const { notifyStatus } = useNotifyAT();
  const { module, scale } = gradebook;
  const [draft, dispatch] = useReducer(draftReducer, gradebook, ({ rows }) => newDraft(rows, scale));
  const visible = useVisibleRows(draft.rows);
  const table = useRef<HTMLDivElement>(null);
  const [historyOf, setHistoryOf] = useState<GradebookRow | null>(null);

  const showCell = useShownCell(table, visible.turnTo);

  const count = changedCells(draft).length;
  const { saving, save } = useSaving(module.moduleKey, draft, dispatch, showCell);
  useSaveShortcut(save);

  // The rows on the screen, for a paste, without making the actions new at each of their changes.
  const found = useRef(visible.found);
  found.current = visible.found;
  const actions = useMemo<RowActions>(
    () => ({
      type: (key, field, text) => dispatch({ type: 'typed', key, field, text }),
      fill: (key, values) => {
        const { cells, left } = fillDown(found.current, key, values);
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

  return (
    <Page.Main>
      <Page.Title>{`${module.code} · ${message('modules.title')}`}</Page.Title>
      <GradebookHeader
        module={module}
        scale={scale}
        students={gradebook.rows.length}
        unsaved={count}
        saving={saving}
        onSave={() => void save()}
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
            {visible.found.length === 0 ? (
              <Typography textColor="neutral600">{message('gradebook.none-found')}</Typography>
            ) : (
              <MarksTable
                ref={table}
                label={message('table.label', { code: module.code })}
                draft={draft}
                keys={visible.shown}
                sort={visible.sort}
                onSort={visible.sortBy}
                actions={actions}
              />
            )}
            <Box>
              <Typography variant="pi" textColor="neutral600">
                {message('gradebook.keys')}
              </Typography>
              {visible.found.length > DEFAULT_PAGE_SIZE && (
                <Pagination.Root
                  pageCount={visible.pageCount}
                  total={visible.found.length}
                  defaultPageSize={DEFAULT_PAGE_SIZE}
                >
                  <Pagination.PageSize />
                  <Pagination.Links />
                </Pagination.Root>
              )}
            </Box>
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
