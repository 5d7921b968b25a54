import { Td, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Found, UnknownFile } from '../../../shared/contracts/files';
import { WrappingText } from '../issuing/wrapping-text';
import { useMessage } from '../translations/use-message';
import { FoundPanel } from './found-panel';

/** Files that no certificate names. */
export function UnknownFiles({ found }: { found: Found<UnknownFile> }) {
  const message = useMessage();
  const { formatDate, formatNumber } = useIntl();
  return (
    <FoundPanel
      title={message('files.unknown')}
      lead={message('files.unknown.lead')}
      found={found}
      columns={['files.key', 'files.size', 'files.modified']}
      row={({ key, bytes, modifiedAt }) => (
        <Tr key={key}>
          <Td>
            <WrappingText>{key}</WrappingText>
          </Td>
          <Td>
            <Typography textColor="neutral800">
              {formatNumber(bytes / 1024, {
                style: 'unit',
                unit: 'kilobyte',
                maximumFractionDigits: 1,
              })}
            </Typography>
          </Td>
          <Td>
            <Typography textColor="neutral800">
              {formatDate(modifiedAt, { dateStyle: 'medium', timeStyle: 'short' })}
            </Typography>
          </Td>
        </Tr>
      )}
    />
  );
}
