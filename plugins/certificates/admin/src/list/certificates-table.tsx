import { Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { ListedCertificate } from '../../../shared/contracts/administration';
import { CertificateStatus, CertificateTitle } from '../certificate-status';
import { useMessage } from '../translations/use-message';

const COLUMNS = ['recipient', 'about', 'status', 'mail', 'issued', 'serial'] as const;

/** What was issued: one row for each, led to by its recipient's name. */
export function CertificatesTable({ certificates }: { certificates: ListedCertificate[] }) {
  const message = useMessage();
  const { formatDate } = useIntl();
  return (
    <Table colCount={COLUMNS.length} rowCount={certificates.length + 1} aria-label={message('list.title')}>
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography variant="sigma" textColor="neutral600">
                {message(`column.${column}`)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {certificates.map((certificate) => (
          <Tr key={certificate.id}>
            <Td>
              <Link tag={NavLink} to={certificate.id}>
                {certificate.recipient || message('recipient.gone')}
              </Link>
            </Td>
            <Td>
              <CertificateTitle {...certificate} />
            </Td>
            <Td>
              <CertificateStatus status={certificate.status} />
            </Td>
            <Td>
              <Typography textColor="neutral800">{message(`stage.${certificate.stage}`)}</Typography>
            </Td>
            <Td>
              <Typography textColor="neutral800">
                {formatDate(certificate.issuedAt, { dateStyle: 'medium' })}
              </Typography>
            </Td>
            <Td>
              <Typography textColor="neutral800">{certificate.serial}</Typography>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
