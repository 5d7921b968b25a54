import { Badge, Flex, IconButton, Typography } from '@strapi/design-system';
import { ClockCounterClockwise } from '@strapi/icons';
import { memo } from 'react';
import type { GradebookRow } from '../../../shared/contracts/gradebook';
import type { Scale } from '../../../shared/mark-scale';
import { ProgressMeter } from '../progress-meter';
import { useMessage } from '../translations/use-message';
import { sameRow, type RowState } from './cell-state';
import { FeedbackCell } from './feedback-cell';
import { MarkCell } from './mark-cell';
import type { RowActions } from './row-actions';
import { BodyRow, Cell, FirstCell } from './table-parts';

interface Props {
  state: RowState;
  scale: Scale;
  actions: RowActions;
}

/** One student. Drawn again only when something of it changes: a class may have hundreds, and each key is typed in one. */
export const MarksRow = memo(
  function MarksRow({ state, scale, actions }: Props) {
    const message = useMessage();
    const { row } = state;
    return (
      <BodyRow>
        <FirstCell scope="row">
          <Flex direction="column" alignItems="flex-start" gap={1}>
            <Typography fontWeight="semiBold" textColor="neutral800">
              {row.studentName}
            </Typography>
            <Typography variant="pi" textColor="neutral600">
              {row.username}
            </Typography>
            {row.suspended && <Badge>{message('cell.suspended')}</Badge>}
          </Flex>
        </FirstCell>
        <MarkCell state={state} scale={scale} actions={actions} />
        <FeedbackCell state={state} scale={scale} actions={actions} />
        <Cell>
          <Progress row={row} />
        </Cell>
        <Cell>
          <IconButton
            label={message('cell.history', { student: row.studentName })}
            variant="ghost"
            onClick={() => actions.showHistory(row)}
          >
            <ClockCounterClockwise />
          </IconButton>
        </Cell>
      </BodyRow>
    );
  },
  (before, after) =>
    before.scale === after.scale && before.actions === after.actions && sameRow(before.state, after.state),
);

function Progress({ row }: { row: GradebookRow }) {
  const message = useMessage();
  const { done, total } = row.progress;
  if (total === 0) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {message('cell.no-lessons')}
      </Typography>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={2} minWidth="10rem">
      <Typography variant="pi" textColor="neutral800">
        {message('cell.progress', { done, total })}
      </Typography>
      <ProgressMeter done={done} total={total} />
    </Flex>
  );
}
