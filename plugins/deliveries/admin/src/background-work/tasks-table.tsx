import { Table, Tbody, Td, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Work } from '../../../shared/contracts/administration';
import { useMessage } from '../translations/use-message';
import { useTimes } from '../translations/use-times';
import { ColumnHeadings } from './column-headings';

const NUMBERS = ['ready', 'delayed', 'active', 'retrying', 'dead'] as const;

/** How much of each kind of background work there is. */
export function TasksTable({ tasks }: { tasks: Work['tasks'] }) {
  const message = useMessage();
  const { formatNumber } = useIntl();
  const { duration } = useTimes();
  const headings = ['task', ...NUMBERS, 'oldest'] as const;
  return (
    <Table colCount={headings.length} rowCount={tasks.length + 1} aria-label={message('work.tasks')}>
      <ColumnHeadings columns={headings} />
      <Tbody>
        {tasks.map((task) => (
          <Tr key={task.task}>
            <Td>
              <Typography textColor="neutral800">{task.task}</Typography>
            </Td>
            {NUMBERS.map((name) => (
              <Td key={name}>
                <Typography
                  textColor="neutral800"
                  fontWeight={name === 'dead' && task.dead > 0 ? 'bold' : 'regular'}
                >
                  {formatNumber(task[name])}
                </Typography>
              </Td>
            ))}
            <Td>
              <Typography textColor="neutral800">
                {task.ready > 0 ? duration(task.oldestReadySeconds) : '–'}
              </Typography>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
