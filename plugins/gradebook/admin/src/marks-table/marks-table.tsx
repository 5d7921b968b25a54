import { Typography } from '@strapi/design-system';
import { forwardRef } from 'react';
import type { Draft } from '../editing/draft';
import type { Sort } from '../editing/row-order';
import { useMessage } from '../translations/use-message';
import { rowState } from './cell-state';
import { MarksRow } from './marks-row';
import { moveBetweenMarks } from './move-between-cells';
import type { RowActions } from './row-actions';
import { SortableHeading } from './sortable-heading';
import { ColumnHeading, PlainTable, ScrollFrame } from './table-parts';

interface Props {
  /** The accessible name of the table. */
  label: string;
  draft: Draft;
  /** The enrollmentKeys of the rows to show, in order. */
  keys: string[];
  sort: Sort;
  onSort: (by: Sort['by']) => void;
  actions: RowActions;
}

/** All marks of a class in one table of text fields. */
export const MarksTable = forwardRef<HTMLDivElement, Props>(function MarksTable(
  { label, draft, keys, sort, onSort, actions },
  ref,
) {
  const message = useMessage();
  return (
    <ScrollFrame ref={ref} onKeyDown={moveBetweenMarks}>
      <PlainTable aria-label={label}>
        <thead>
          <tr>
            <SortableHeading by="name" sort={sort} onSort={onSort} />
            <SortableHeading by="mark" sort={sort} onSort={onSort} />
            {(['column.feedback', 'column.progress', 'column.history'] as const).map((key) => (
              <ColumnHeading key={key} scope="col">
                <Typography variant="sigma" textColor="neutral600">
                  {message(key)}
                </Typography>
              </ColumnHeading>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => {
            const state = rowState(draft, key);
            return state && <MarksRow key={key} state={state} scale={draft.scale} actions={actions} />;
          })}
        </tbody>
      </PlainTable>
    </ScrollFrame>
  );
});
