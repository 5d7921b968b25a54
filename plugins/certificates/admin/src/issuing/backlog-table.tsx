import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { BacklogSubject } from '../../../shared/contracts/administration';
import { useMessage, useRefusal } from '../translations/use-message';

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
            {[
              subject ? `${subject} · ${name}` : message('kind.grade'),
              String(ready),
              String(issued),
              refused
                .map(({ count, ...refusal }) =>
                  message('backlog.refusal', { reason: inWords(refusal), count }),
                )
                .join(', ') || '0',
            ].map((text, column) => (
              <Td key={headings[column]}>
                <Typography textColor="neutral800">{text}</Typography>
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
