import { Badge, Flex, Status, Typography } from '@strapi/design-system';
import type { ListedCertificate } from '../../shared/contracts/administration';
import { useMessage } from './translations/use-message';

const VARIANTS = {
  valid: 'success',
  revoked: 'danger',
  superseded: 'secondary',
  expired: 'warning',
} as const;

/** Whether a certificate counts. */
export function CertificateStatus({ status }: Pick<ListedCertificate, 'status'>) {
  const message = useMessage();
  return (
    <Status variant={VARIANTS[status]} size="S" width="fit-content">
      <Typography tag="span" variant="omega" fontWeight="bold">
        {message(`status.${status}`)}
      </Typography>
    </Status>
  );
}

/** What a certificate is about, in a line. */
export function CertificateTitle({
  kind,
  subject,
  title,
}: Pick<ListedCertificate, 'kind' | 'subject' | 'title'>) {
  const message = useMessage();
  return (
    <Flex gap={2} alignItems="center">
      {subject && <Badge>{subject}</Badge>}
      <Typography textColor="neutral800" ellipsis>
        {kind === 'grade' ? message('kind.grade') : title}
      </Typography>
    </Flex>
  );
}
