import { Table, Tbody, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { Found } from '../../../shared/contracts/files';
import { Panel } from '../detail/panel';
import { useMessage, type MessageKey } from '../translations/use-message';

interface Props<Item> {
  title: string;
  lead: string;
  found: Found<Item>;
  columns: MessageKey[];
  /** A `Tr` with a key. */
  row(item: Item): ReactNode;
}

/** One kind of finding: how many, what it means, and the first of them. Nothing at all where there are none. */
export function FoundPanel<Item>({ title, lead, found: { count, listed }, columns, row }: Props<Item>) {
  const message = useMessage();
  if (count === 0) return null;
  return (
    <Panel title={`${title} (${count})`}>
      <Typography textColor="neutral800">{lead}</Typography>
      {listed.length < count && (
        <Typography textColor="neutral800">
          {message('files.more', { listed: listed.length, count })}
        </Typography>
      )}
      {listed.length > 0 && (
        <Table colCount={columns.length} rowCount={listed.length + 1} aria-label={title}>
          <Thead>
            <Tr>
              {columns.map((column) => (
                <Th key={column}>
                  <Typography variant="sigma" textColor="neutral600">
                    {message(column)}
                  </Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>{listed.map(row)}</Tbody>
        </Table>
      )}
    </Panel>
  );
}
