import { linkedInAddress } from './linkedin';

const certificate = {
  id: 'abc',
  source: 'grades',
  subject: 'WEB',
  daysLeft: null,
  renewable: false,
  renewedAt: null,
  kind: 'module' as const,
  serial: '2026-7K3QX-9DZ4M',
  verificationCode: 'CODE',
  title: 'Programación & más',
  language: 'es',
  issuedAt: '2026-12-31T23:30:00.000Z',
  status: 'valid' as const,
  stage: 'delivered' as const,
  fileName: 'file.pdf',
  issuer: 'Escuela Ñandú',
  verifyUrl: 'https://school.example/verify/CODE',
  expiresAt: null,
  nameShown: true,
};
const fields = (expiresAt: string | null) =>
  Object.fromEntries(new URL(linkedInAddress({ ...certificate, expiresAt }, certificate.title)).searchParams);

it('LinkedIn’s form has the name, the school, the month of issue, the address and the serial', () => {
  expect(fields(null)).toEqual({
    startTask: 'CERTIFICATION_NAME',
    name: 'Programación & más',
    organizationName: 'Escuela Ñandú',
    issueYear: '2026',
    issueMonth: '12',
    certUrl: 'https://school.example/verify/CODE',
    certId: '2026-7K3QX-9DZ4M',
  });
});

it('and the month in which it expires, if it does', () => {
  expect(fields('2028-01-15T00:00:00.000Z')).toMatchObject({ expirationYear: '2028', expirationMonth: '1' });
});
