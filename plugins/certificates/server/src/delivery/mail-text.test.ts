import { certificateMail } from './mail-text';

const facts = {
  recipient: '<script>alert(1)</script> Guido',
  issuer: 'Lumino',
  kind: 'grade' as const,
  subject: null,
  serial: '2026-ABCDE-FGHJK',
  verifyUrl: 'https://lumino.example/verify/ABC',
  accent: '#1f5f5b',
};

describe('the mail with the certificate (C5)', () => {
  it('is in the language of the student', () => {
    expect(certificateMail(facts, 'es').subject).toBe('Tu certificado de calificaciones');
    expect(certificateMail(facts, 'en').subject).toBe('Your grade certificate');
    expect(certificateMail(facts, 'de').subject).toBe('Your grade certificate');
  });

  it('says the serial number and where to check, in text and in HTML', () => {
    const { text, html } = certificateMail(facts, 'en');
    for (const body of [text, html]) {
      expect(body).toContain('2026-ABCDE-FGHJK');
      expect(body).toContain('https://lumino.example/verify/ABC');
    }
  });

  it('says in text, too, what the address is for', () => {
    expect(certificateMail(facts, 'en').text).toContain(`Open the verification page:\n${facts.verifyUrl}`);
  });

  it('never runs what a name contains (P5)', () => {
    expect(certificateMail(facts, 'en').html).not.toContain('<script>');
  });
});
