import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { Work } from '../../../shared/contracts/administration';
import { useMessage } from '../translations/use-message';

/** What waits or runs, in the order in which it will be done, with the theme's colour of each. */
const PARTS = [
  ['active', 'success500'],
  ['ready', 'primary600'],
  ['retrying', 'warning500'],
  ['delayed', 'neutral400'],
] as const;
/** What is there at all is seen, however little beside a task of thousands. */
const LEAST_PERCENT = 0.75;

type Task = Work['tasks'][number];
const depthOf = (task: Task): number => PARTS.reduce((sum, [part]) => sum + task[part], 0);

const Rows = styled.ul`
  display: grid;
  grid-template-columns: minmax(10rem, max-content) minmax(0, 1fr) max-content;
  gap: ${({ theme }) => theme.spaces[2]} ${({ theme }) => theme.spaces[4]};
  align-items: center;
  list-style: none;
`;
const Row = styled.li`
  display: contents;
`;
const Track = styled.div`
  display: flex;
  height: 1.2rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  overflow: hidden;
  background: ${({ theme }) => theme.colors.neutral150};
`;
const Part = styled.span<{ $percent: number; $color: (typeof PARTS)[number][1] }>`
  flex: none;
  width: ${({ $percent }) => $percent}%;
  background: ${({ theme, $color }) => theme.colors[$color]};
`;
const Swatch = styled(Part)`
  width: 1.2rem;
  height: 1.2rem;
  border-radius: 2px;
`;

/**
 * How deep each task's queue is, beside the deepest of them. A screen reader is told the sum; the parts stand in the table
 * below.
 */
export function DepthChart({ tasks }: { tasks: Task[] }) {
  const message = useMessage();
  const { formatNumber } = useIntl();
  const deepest = Math.max(0, ...tasks.map(depthOf));
  if (deepest === 0)
    return (
      <Typography tag="p" textColor="neutral600">
        {message('work.depths.none')}
      </Typography>
    );
  const percent = (count: number) => (count === 0 ? 0 : Math.max(LEAST_PERCENT, (100 * count) / deepest));
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Rows aria-label={message('work.depths')}>
        {tasks
          .filter((task) => depthOf(task) > 0)
          .map((task) => (
            <Row key={task.task}>
              <Typography textColor="neutral800">{task.task}</Typography>
              <Track aria-hidden>
                {PARTS.map(([part, color]) => (
                  <Part key={part} $percent={percent(task[part])} $color={color} />
                ))}
              </Track>
              <Typography textColor="neutral800" fontWeight="bold">
                {formatNumber(depthOf(task))}
              </Typography>
            </Row>
          ))}
      </Rows>
      <Flex gap={4} wrap="wrap" aria-hidden>
        {PARTS.map(([part, color]) => (
          <Flex key={part} gap={2}>
            <Swatch $percent={0} $color={color} />
            <Typography variant="pi" textColor="neutral600">
              {message(`work.column.${part}`)}
            </Typography>
          </Flex>
        ))}
      </Flex>
    </Flex>
  );
}
