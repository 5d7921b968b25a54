import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { BacklogSubject } from '../../../shared/contracts/administration';
import { useMessage, useRefusal } from '../translations/use-message';
import { WrappingText } from './wrapping-text';

/** One line for each module that anybody is in. */
export function BacklogTable({ subjects }: { subjects: BacklogSubject[] }) {
  const message = useMessage();
  const inWords = useRefusal();
  const rows = subjects.filter(({ ready, issued, refused }) => ready + issued + refused.length > 0);
  const headings = ['column.about', 'backlog.ready', 'backlog.issued', 'backlog.refused'] as const;
  return (
    <Table colCount={headings.length} rowCount={rows.length + 1} aria-label={message('backlog.label')}>
      <Thead>
        <Tr>
          {headings.map((heading) => (
            <Th key={heading}>
              <Typography variant="sigma" textColor="neutral600">
                {message(heading)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map(({ source, kind, subject, name, ready, issued, refused }) => (
          <Tr key={`${source}/${kind}/${subject ?? ''}`}>
            <Td>
              <WrappingText>{subject ? `${subject} · ${name}` : message('kind.grade')}</WrappingText>
            </Td>
            {[ready, issued].map((count, column) => (
              <Td key={headings[column + 1]}>
                <Typography textColor="neutral800">{count}</Typography>
              </Td>
            ))}
            <Td>
              {refused.length === 0 ? (
                <Typography textColor="neutral800">0</Typography>
              ) : (
                refused.map(({ count, ...refusal }) => {
                  const text = message('backlog.refusal', { reason: inWords(refusal), count });
                  return <WrappingText key={text}>{text}</WrappingText>;
                })
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
