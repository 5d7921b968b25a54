import { Checkbox, Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { ListedCertificate } from '../../../shared/contracts/administration';
import { CertificateStatus, CertificateTitle } from '../certificate-status';
import { useMessage } from '../translations/use-message';

const COLUMNS = ['recipient', 'about', 'status', 'mail', 'issued', 'serial'] as const;

/** What does not count any more is not mailed, either. */
const stageOf = ({ status, stage }: ListedCertificate) =>
  stage !== 'delivered' && (status === 'revoked' || status === 'superseded') ? 'none' : stage;

interface Props {
  certificates: ListedCertificate[];
  /** Ids. Null: nothing can be selected. */
  selected: ReadonlySet<string> | null;
  onSelect(ids: string[], isSelected: boolean): void;
}

/** What was issued: one row for each, led to by its recipient's name. */
export function CertificatesTable({ certificates, selected, onSelect }: Props) {
  const message = useMessage();
  const { formatDate } = useIntl();
  return (
    <Table
      colCount={COLUMNS.length + (selected ? 1 : 0)}
      rowCount={certificates.length + 1}
      aria-label={message('list.title')}
    >
      <Thead>
        <Tr>
          {selected && (
            <Th>
              <Checkbox
                aria-label={message('list.select.all')}
                checked={certificates.every(({ id }) => selected.has(id))}
                onCheckedChange={(to) =>
                  onSelect(
                    certificates.map(({ id }) => id),
                    to === true,
                  )
                }
              />
            </Th>
          )}
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
            {selected && (
              <Td>
                <Checkbox
                  aria-label={message('list.select', {
                    recipient: certificate.recipient || certificate.serial,
                  })}
                  checked={selected.has(certificate.id)}
                  onCheckedChange={(to) => onSelect([certificate.id], to === true)}
                />
              </Td>
            )}
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
              <Typography textColor="neutral800">{message(`stage.${stageOf(certificate)}`)}</Typography>
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
