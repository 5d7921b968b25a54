import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Inspection } from '../../../shared/contracts/files';
import { Panel } from '../detail/panel';
import { useMessage } from '../translations/use-message';

/** When the files were inspected, and how thoroughly. */
export function LastInspection({ inspection }: { inspection: Inspection }) {
  const message = useMessage();
  const { formatDate } = useIntl();
  const { endedAt, files, certificates, hashed, removedLeftovers } = inspection;
  const { missingFiles, alteredFiles, unknownFiles } = inspection;
  const isFine = missingFiles.count + alteredFiles.count + unknownFiles.count === 0;
  const when = formatDate(endedAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Panel title={message('files.last')}>
      <Typography textColor="neutral800">{message('files.when', { when, files, certificates })}</Typography>
      {hashed < certificates - missingFiles.count && (
        <Typography textColor="neutral800">{message('files.hashed', { hashed })}</Typography>
      )}
      {removedLeftovers > 0 && (
        <Typography textColor="neutral800">
          {message('files.leftovers', { count: removedLeftovers })}
        </Typography>
      )}
      {isFine && <Typography textColor="success700">{message('files.fine')}</Typography>}
    </Panel>
  );
}
