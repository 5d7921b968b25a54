import { Badge, Flex, IconButton, Typography } from '@strapi/design-system';
import { ClockCounterClockwise, ExternalLink } from '@strapi/icons';
import { memo } from 'react';
import { styled } from 'styled-components';
import type { GradebookRow } from '../../../shared/contracts/gradebook';
import type { Scale } from '../../../shared/mark-scale';
import { ProgressMeter } from '../progress-meter';
import { useMessage } from '../translations/use-message';
import { sameRow, type RowState } from './cell-state';
import { FeedbackCell } from './feedback-cell';
import { MarkCell } from './mark-cell';
import type { RowActions, RowSurroundings } from './row-actions';
import { BodyRow, Cell, FirstCell } from './table-parts';

interface Props {
  /** Its place among all rows, from 0. */
  index: number;
  measure: (row: HTMLElement | null) => void;
  state: RowState;
  scale: Scale;
  actions: RowActions;
  surroundings: RowSurroundings;
}

/** Beside narrow names its words take a second line. */
const WrappingBadge = styled(Badge)`
  height: auto;
  white-space: normal;
`;

/** One student. Drawn again only when something of it changes: a class may have thousands, and each key is typed in one. */
export const MarksRow = memo(
  function MarksRow({ index, measure, state, scale, actions, surroundings }: Props) {
    const message = useMessage();
    const { row } = state;
    const standing = surroundings.certificates.get(row.studentKey);
    return (
      <BodyRow ref={measure} data-index={index} data-row-key={row.enrollmentKey} aria-rowindex={index + 2}>
        <FirstCell scope="row">
          <Flex direction="column" alignItems="flex-start" gap={1}>
            <Typography fontWeight="semiBold" textColor="neutral800">
              {row.studentName}
            </Typography>
            <Typography variant="pi" textColor="neutral600">
              {row.username}
            </Typography>
            {row.suspended && <WrappingBadge>{message('cell.suspended')}</WrappingBadge>}
            {standing && (
              <WrappingBadge
                {...(standing === 'ready' ? { backgroundColor: 'primary100', textColor: 'primary700' } : {})}
              >
                {message(`certificates.${standing}`)}
              </WrappingBadge>
            )}
          </Flex>
        </FirstCell>
        <MarkCell state={state} scale={scale} actions={actions} />
        <FeedbackCell state={state} scale={scale} actions={actions} />
        <Cell>
          <Progress row={row} />
        </Cell>
        <Cell>
          <Flex gap={1}>
            <IconButton
              label={message('cell.history', { student: row.studentName })}
              variant="ghost"
              onClick={() => actions.showHistory(row)}
            >
              <ClockCounterClockwise />
            </IconButton>
            <IconButton
              tag="a"
              href={surroundings.studentPages + encodeURIComponent(row.username)}
              target="_blank"
              rel="noreferrer"
              label={message('cell.page', { student: row.studentName })}
              variant="ghost"
            >
              <ExternalLink />
            </IconButton>
          </Flex>
        </Cell>
      </BodyRow>
    );
  },
  (before, after) =>
    before.index === after.index &&
    before.scale === after.scale &&
    before.actions === after.actions &&
    before.surroundings === after.surroundings &&
    sameRow(before.state, after.state),
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
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" textColor="neutral800">
        {message('cell.progress', { done, total })}
      </Typography>
      <ProgressMeter done={done} total={total} />
    </Flex>
  );
}
