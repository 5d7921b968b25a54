import { Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import type { StatusLine } from '../../../shared/contracts/status';
import en from '../translations/en.json';
import { useFigures } from '../translations/use-figures';
import { type MessageKey, useMessage } from '../translations/use-message';
import { useSubject, VerdictBadge } from './verdict';

/** In Strapi's tables nothing wraps: what is to be done would be cut off. */
const Wrapping = styled(Td)`
  width: 100%;
  white-space: normal;

  span {
    white-space: normal;
  }
`;

/** On a phone what is said about a line stands below its name. */
const useColumns = () =>
  useIsMobile() ? (['what', 'state'] as const) : (['what', 'state', 'figure'] as const);

export function StatusTable({ lines }: { lines: StatusLine[] }) {
  const message = useMessage();
  const columns = useColumns();
  return (
    <Table colCount={columns.length} rowCount={lines.length + 1} aria-label={message('plugin.name')}>
      <Thead>
        <Tr>
          {columns.map((column) => (
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
  const nameOf = useSubject();
  const isPhone = useIsMobile();
  const name = (
    <Typography fontWeight="bold" textColor="neutral800">
      {nameOf(line)}
    </Typography>
  );
  return (
    <Tr>
      {isPhone ? (
        <Wrapping>
          <Box paddingTop={3} paddingBottom={3}>
            {name}
            <Details line={line} />
          </Box>
        </Wrapping>
      ) : (
        <Td>{name}</Td>
      )}
      <Td>
        <VerdictBadge verdict={line.verdict} />
      </Td>
      {!isPhone && (
        <Wrapping>
          <Details line={line} />
        </Wrapping>
      )}
    </Tr>
  );
}

/** What it is now, and what to do where it is not good. */
function Details({ line }: { line: StatusLine }) {
  const message = useMessage();
  const figure = useFigure();
  return (
    <>
      <Typography tag="p" textColor="neutral800">
        {figure(line)}
      </Typography>
      {line.verdict !== 'good' && (
        <Typography tag="p" textColor="neutral600">
          {message(`${line.subject}.action`)}
        </Typography>
      )}
    </>
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
