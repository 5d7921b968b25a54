import { Badge, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { StatusLine, Verdict } from '../../../shared/contracts/status';
import { useFigures } from '../translations/use-figures';
import { type MessageKey, useMessage } from '../translations/use-message';
import en from '../translations/en.json';

const COLORS: Record<Verdict, { backgroundColor: string; textColor: string }> = {
  good: { backgroundColor: 'success100', textColor: 'success700' },
  warning: { backgroundColor: 'warning100', textColor: 'warning700' },
  bad: { backgroundColor: 'danger100', textColor: 'danger700' },
  unknown: { backgroundColor: 'neutral150', textColor: 'neutral700' },
};
const COLUMNS = ['what', 'state', 'figure', 'action'] as const;

export function StatusTable({ lines }: { lines: StatusLine[] }) {
  const message = useMessage();
  return (
    <Table colCount={COLUMNS.length} rowCount={lines.length + 1}>
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography variant="sigma">{message(`column.${column}`)}</Typography>
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
  const { subject, verdict } = line;
  return (
    <Tr>
      <Td>
        <Typography fontWeight="semiBold">
          {message(`${subject}.name`, { folder: folderName(line, message) })}
        </Typography>
      </Td>
      <Td>
        <Badge {...COLORS[verdict]}>{message(`verdict.${verdict}`)}</Badge>
      </Td>
      <Td>
        <Typography>{figure(line)}</Typography>
      </Td>
      <Td>
        <Typography textColor="neutral600">
          {verdict === 'good' ? '' : message(`${subject}.action`)}
        </Typography>
      </Td>
    </Tr>
  );
}

const isKey = (key: string): key is MessageKey => key in en;

function folderName({ folder = '' }: StatusLine, message: ReturnType<typeof useMessage>): string {
  const key = `folder.${folder}`;
  return isKey(key) ? message(key) : folder;
}

/** What it is now, as a sentence; or why there is nothing to say. */
function useFigure(): (line: StatusLine) => string {
  const message = useMessage();
  const { duration, share } = useFigures();
  return ({ subject, value }) => {
    const none = `${subject}.none`;
    if (value === null) return message(isKey(none) ? none : 'figure.unknown');
    return message(`${subject}.figure`, { duration: duration(value), share: share(value), count: value });
  };
}
