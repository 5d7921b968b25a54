import { Button, Flex, Table, Tbody, Td, Tr, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { DeadLetter } from '../../../shared/contracts/administration';
import { useMessage } from '../translations/use-message';
import { useTimes } from '../translations/use-times';
import { ColumnHeadings } from './column-headings';

const Reason = styled(Typography).attrs({ tag: 'p', textColor: 'neutral800' })`
  min-width: 24rem;
  max-width: 48rem;
  white-space: normal;
  overflow-wrap: anywhere;
`;

interface Props {
  letters: DeadLetter[];
  onRetry(letter: DeadLetter): void;
  onDiscard(letter: DeadLetter): void;
}

/** Work that was given up, for a person to decide about. */
export function LettersTable({ letters, onRetry, onDiscard }: Props) {
  const message = useMessage();
  const { date } = useTimes();
  const headings = ['task', 'reason', 'failed', 'tries', 'decision'] as const;
  return (
    <Table colCount={headings.length} rowCount={letters.length + 1} aria-label={message('work.letters')}>
      <ColumnHeadings columns={headings} />
      <Tbody>
        {letters.map((letter) => (
          <Tr key={letter.id}>
            <Td>
              <Typography tag="p" textColor="neutral800">
                {letter.task}
              </Typography>
              <Typography variant="pi" textColor="neutral600">
                {letter.key}
              </Typography>
            </Td>
            <Td>
              <Reason>{letter.reason || '–'}</Reason>
            </Td>
            <Td>
              <Typography textColor="neutral800">{date(letter.failedAt)}</Typography>
            </Td>
            <Td>
              <Typography textColor="neutral800">{letter.tries}</Typography>
            </Td>
            <Td>
              <Flex gap={2}>
                <Button variant="secondary" size="S" onClick={() => onRetry(letter)}>
                  {message('work.retry')}
                </Button>
                <Button variant="danger-light" size="S" onClick={() => onDiscard(letter)}>
                  {message('work.discard')}
                </Button>
              </Flex>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
