import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { StatusLine } from '../../../shared/contracts/status';
import en from '../translations/en.json';
import { useFigures } from '../translations/use-figures';
import { type MessageKey, useMessage } from '../translations/use-message';
import { useSubject, VerdictBadge } from './verdict';

const COLUMNS = ['what', 'state', 'figure'] as const;

/** In Strapi's tables nothing wraps: what is to be done would be cut off. */
const Wrapping = styled(Td)`
  width: 100%;
  white-space: normal;

  span {
    white-space: normal;
  }
`;

export function StatusTable({ lines }: { lines: StatusLine[] }) {
  const message = useMessage();
  return (
    <Table colCount={COLUMNS.length} rowCount={lines.length + 1} aria-label={message('plugin.name')}>
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography variant="sigma" textColor="neutral600">
                {message(`column.${column}`)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {lines.map((line) => (
          <Row key={`${line.subject} ${line.folder ?? ''}`} line={line} />
        ))}
      </Tbody>
    </Table>
  );
}

function Row({ line }: { line: StatusLine }) {
  const message = useMessage();
  const figure = useFigure();
  const nameOf = useSubject();
  const { subject, verdict } = line;
  return (
    <Tr>
      <Td>
        <Typography fontWeight="semiBold" textColor="neutral800">
          {nameOf(line)}
        </Typography>
      </Td>
      <Td>
        <VerdictBadge verdict={verdict} />
      </Td>
      <Wrapping>
        <Typography tag="p" textColor="neutral800">
          {figure(line)}
        </Typography>
        {verdict !== 'good' && (
          <Typography tag="p" textColor="neutral600">
            {message(`${subject}.action`)}
          </Typography>
        )}
      </Wrapping>
    </Tr>
  );
}

const isKey = (key: string): key is MessageKey => key in en;

/** What it is now, as a sentence; or why there is nothing to say. */
function useFigure(): (line: StatusLine) => string {
  const message = useMessage();
  const { duration, share } = useFigures();
  return ({ subject, value }) => {
    const none = `${subject}.none`;
    if (value === null) return message(isKey(none) ? none : 'figure.unknown');
    return message(`${subject}.figure`, {
      duration: duration(value),
      share: share(value),
      count: Math.floor(value),
    });
  };
}
