import { Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { CertificateDetail } from '../../../shared/contracts/administration';
import { CertificateStatus } from '../certificate-status';
import { PLUGIN_ID } from '../plugin-id';

/** The certificates that corrected each other, oldest first; this one without a link. */
export function Corrections({ id, chain }: Pick<CertificateDetail, 'id' | 'chain'>) {
  const { formatDate } = useIntl();
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
      {chain.map((one) => (
        <Flex key={one.id} tag="li" gap={3} wrap="wrap" justifyContent="space-between">
          {one.id === id ? (
            <Typography textColor="neutral800" fontWeight="semiBold" aria-current="page">
              {one.serial}
            </Typography>
          ) : (
            <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}/${one.id}`}>
              {one.serial}
            </Link>
          )}
          <Flex gap={3}>
            <Typography variant="pi" textColor="neutral600">
              {formatDate(one.issuedAt, { dateStyle: 'medium' })}
            </Typography>
            <CertificateStatus status={one.status} />
          </Flex>
        </Flex>
      ))}
    </Flex>
  );
}
