import type { MyCertificate } from '../../lib/cms/contracts';

/**
 * LinkedIn's form for a certification, filled in. Months count from 1, in UTC as on the certificate.
 * https://addtoprofile.linkedin.com/
 */
export function linkedInAddress(certificate: MyCertificate, name: string): string {
  const issued = new Date(certificate.issuedAt);
  const expires = certificate.expiresAt ? new Date(certificate.expiresAt) : null;
  const month = (date: Date) => String(date.getUTCMonth() + 1);
  const query = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name,
    organizationName: certificate.issuer,
    issueYear: String(issued.getUTCFullYear()),
    issueMonth: month(issued),
    ...(expires ? { expirationYear: String(expires.getUTCFullYear()), expirationMonth: month(expires) } : {}),
    certUrl: certificate.verifyUrl,
    certId: certificate.serial,
  });
  return `https://www.linkedin.com/profile/add?${query}`;
}
