import { Button, Link, Td, Tr } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { CertificateFile, Found } from '../../../shared/contracts/files';
import { WrappingText } from '../issuing/wrapping-text';
import { PLUGIN_ID } from '../plugin-id';
import { useMessage } from '../translations/use-message';
import { FoundPanel } from './found-panel';
import type { Files } from './use-files';

interface Props extends Pick<Files, 'drawing' | 'drawAgain'> {
  what: 'missing' | 'altered';
  found: Found<CertificateFile>;
}

/** Certificates whose file is missing, or is another one than was issued. */
export function CertificateFiles({ what, found, drawing, drawAgain }: Props) {
  const message = useMessage();
  return (
    <FoundPanel
      title={message(`files.${what}`)}
      lead={message(`files.${what}.lead`)}
      found={found}
      columns={['column.serial', 'files.key', 'column.act']}
      row={({ certificateId, serial, key }) => (
        <Tr key={certificateId}>
          <Td>
            <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}/${certificateId}`}>
              {serial}
            </Link>
          </Td>
          <Td>
            <WrappingText>{key}</WrappingText>
          </Td>
          <Td>
            <Button
              variant="secondary"
              size="S"
              aria-label={message('files.draw.of', { serial })}
              loading={drawing === certificateId}
              disabled={drawing !== null}
              onClick={() => void drawAgain(certificateId)}
            >
              {message('files.draw')}
            </Button>
          </Td>
        </Tr>
      )}
    />
  );
}
