import { Th, Thead, Tr, Typography } from '@strapi/design-system';
import { type MessageKey, useMessage } from '../translations/use-message';

/** The first row of a table about background work. @param columns by the names under `work.column`. */
export function ColumnHeadings({ columns }: { columns: readonly string[] }) {
  const message = useMessage();
  return (
    <Thead>
      <Tr>
        {columns.map((column) => (
          <Th key={column}>
            <Typography variant="sigma" textColor="neutral600">
              {message(`work.column.${column}` as MessageKey)}
            </Typography>
          </Th>
        ))}
      </Tr>
    </Thead>
  );
}
