import { Checkbox, Status, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { PreviewRow, PreviewState } from '../../../shared/contracts/administration';
import { useMessage, useRefusal } from '../translations/use-message';
import { WrappingText } from './wrapping-text';

const VARIANTS: Record<PreviewState, 'success' | 'secondary' | 'warning' | 'danger'> = {
  ready: 'success',
  renewable: 'success',
  changed: 'warning',
  issued: 'secondary',
  refused: 'danger',
};

export const isSelectable = ({ state }: PreviewRow): boolean =>
  state === 'ready' || state === 'renewable' || state === 'changed';

interface Props {
  rows: PreviewRow[];
  selected: ReadonlySet<string>;
  onToggle(recipientKey: string): void;
}

/** Everybody who might get a certificate, with what would come of it. */
export function PreviewTable({ rows, selected, onToggle }: Props) {
  const message = useMessage();
  const inWords = useRefusal();
  return (
    <Table colCount={4} rowCount={rows.length + 1} aria-label={message('preview.label')}>
      <Thead>
        <Tr>
          {(['chosen', 'recipient', 'outcome', 'why'] as const).map((column) => (
            <Th key={column}>
              <Typography variant="sigma" textColor="neutral600">
                {message(`column.${column}`)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={row.recipientKey}>
            <Td>
              <Checkbox
                aria-label={message('preview.choose', { recipient: row.name })}
                checked={selected.has(row.recipientKey)}
                disabled={!isSelectable(row)}
                onCheckedChange={() => onToggle(row.recipientKey)}
              />
            </Td>
            <Td>
              <Typography textColor="neutral800">{row.name}</Typography>
            </Td>
            <Td>
              <Status variant={VARIANTS[row.state]} size="S" width="fit-content">
                <Typography tag="span" variant="omega" fontWeight="bold">
                  {message(`preview.${row.state}`)}
                </Typography>
              </Status>
            </Td>
            <Td>
              <WrappingText>
                {row.refusal
                  ? inWords(row.refusal)
                  : row.state === 'changed' || row.state === 'renewable'
                    ? message(`preview.${row.state}.why`)
                    : ''}
              </WrappingText>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
