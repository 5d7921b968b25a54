import { Typography } from '@strapi/design-system';
import {
  forwardRef,
  Fragment,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import type { Draft } from '../editing/draft';
import type { Cell } from '../editing/draft-view';
import type { Sort } from '../editing/row-order';
import { useMessage } from '../translations/use-message';
import { rowState } from './cell-state';
import { MarksRow } from './marks-row';
import { focusCell, markAfterKey } from './move-between-cells';
import type { RowActions, RowSurroundings } from './row-actions';
import { SortableHeading } from './sortable-heading';
import { ColumnHeading, Gap, MarksGrid, ScrollFrame } from './table-parts';
import { useVirtualRows } from './use-virtual-rows';

interface Props {
  /** The accessible name of the table. */
  label: string;
  draft: Draft;
  /** The enrollmentKeys of the rows, in order. */
  keys: string[];
  sort: Sort;
  onSort: (by: Sort['by']) => void;
  actions: RowActions;
  surroundings: RowSurroundings;
}

export interface MarksTableHandle {
  /** Brings a cell before the teacher's eyes and puts the caret into it, as soon as its row is among `keys`. */
  show(cell: Cell): void;
}

/** All marks of a class in one table of text fields. */
export const MarksTable = forwardRef<MarksTableHandle, Props>(function MarksTable(
  { label, draft, keys, sort, onSort, actions, surroundings },
  ref,
) {
  const message = useMessage();
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualRows(frame, keys);
  const [wanted, setWanted] = useState<Cell | null>(null);

  const show = (cell: Cell) => {
    if (!focusCell(frame.current, cell)) setWanted(cell);
  };
  useImperativeHandle(ref, () => ({ show }), []);
  // After each drawing: scrolling to a row that is not drawn yet takes more than one.
  useEffect(() => {
    if (!wanted) return;
    const index = keys.indexOf(wanted.key);
    if (index === -1) return;
    if (focusCell(frame.current, wanted)) setWanted(null);
    else rows.scrollTo(index);
  });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const key = markAfterKey(event, keys);
    if (key === null) return;
    event.preventDefault();
    show({ key, field: 'mark' });
  };

  return (
    <ScrollFrame ref={frame} onKeyDown={onKeyDown} onFocus={rows.onFocus}>
      <MarksGrid aria-label={label} aria-rowcount={keys.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <SortableHeading by="name" sort={sort} onSort={onSort} />
            <SortableHeading by="mark" sort={sort} onSort={onSort} />
            {(['column.feedback', 'column.progress', 'column.more'] as const).map((key) => (
              <ColumnHeading key={key} scope="col">
                <Typography variant="sigma" textColor="neutral600">
                  {message(key)}
                </Typography>
              </ColumnHeading>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.items.map((item, place) => {
            const key = keys[item.index] ?? '';
            const state = rowState(draft, key);
            return (
              <Fragment key={key}>
                <Gap height={rows.gapBefore(place)} />
                {state && (
                  <MarksRow
                    index={item.index}
                    measure={rows.measure}
                    state={state}
                    scale={draft.scale}
                    actions={actions}
                    surroundings={surroundings}
                  />
                )}
              </Fragment>
            );
          })}
          <Gap height={rows.gapAfter} />
        </tbody>
      </MarksGrid>
    </ScrollFrame>
  );
});
