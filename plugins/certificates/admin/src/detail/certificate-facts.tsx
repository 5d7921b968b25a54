import { Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Fragment, type ReactNode } from 'react';
import { styled } from 'styled-components';
import type { CertificateDetail } from '../../../shared/contracts/administration';
import { CertificateStatus } from '../certificate-status';
import { useLanguage } from '../translations/use-language';
import { useMessage } from '../translations/use-message';

const Facts = styled.dl`
  display: grid;
  grid-template-columns: minmax(8rem, auto) minmax(0, 1fr);
  gap: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
  align-items: baseline;
  overflow-wrap: anywhere;
`;

/** What stands in the certificate and about it. */
export function CertificateFacts({ certificate }: { certificate: CertificateDetail }) {
  const message = useMessage();
  const language = useLanguage();
  const { formatDate, formatNumber } = useIntl();
  const date = (value: string): string => formatDate(value, { dateStyle: 'long', timeStyle: 'short' });
  const { mail, achievements, template, bytes, sha256 } = certificate;
  const text = (value: ReactNode) => <Typography textColor="neutral800">{value}</Typography>;

  const facts: [string, ReactNode][] = [
    [message('column.status'), <CertificateStatus key="status" status={certificate.status} />],
    ...(certificate.revocationReason
      ? ([[message('fact.revocation-reason'), text(certificate.revocationReason)]] as [string, ReactNode][])
      : []),
    [message('column.recipient'), text(certificate.recipient || message('recipient.gone'))],
    [
      message('fact.achievements'),
      achievements.map(({ code, name, mark, maximumMark }) => (
        <Typography key={code} tag="p" textColor="neutral800">
          {`${code} · ${name}${mark === null ? '' : ` · ${formatNumber(mark)}\u00a0/\u00a0${formatNumber(maximumMark)}`}`}
        </Typography>
      )),
    ],
    [message('column.issued'), text(date(certificate.issuedAt))],
    ...(certificate.expiresAt
      ? ([[message('fact.expires'), text(date(certificate.expiresAt))]] as [string, ReactNode][])
      : []),
    [
      message('fact.mail'),
      text(
        `${message(`mail.${mail.state}`)}${mail.to ? ` · ${mail.to}` : ''} · ${message('mail.attempts', { count: mail.attempts })}`,
      ),
    ],
    [message('column.serial'), text(certificate.serial)],
    [
      message('fact.verify'),
      <Link key="verify" href={certificate.verifyUrl} isExternal>
        {certificate.verificationCode}
      </Link>,
    ],
    [
      message('fact.template'),
      text(
        message('gallery.version', {
          template: template.name?.[language] ?? template.key,
          version: String(template.version),
        }),
      ),
    ],
    [
      message('fact.file'),
      text(
        sha256 && bytes
          ? `${certificate.fileName} · ${formatNumber(bytes / 1024, { maximumFractionDigits: 1 })} KiB · SHA-256 ${sha256}`
          : message('fact.file.none'),
      ),
    ],
  ];
  return (
    <Facts>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <Typography tag="dt" variant="sigma" textColor="neutral600">
            {name}
          </Typography>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </Facts>
  );
}
