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

  it('keeps names apart from the sentence they stand in, also one that would get out (P5)', () => {
    const { heading } = certificateMail({ ...facts, recipient: 'ليلى\u2069\u202e!' }, 'en');
    expect(heading).toBe('Congratulations, \u2068ليلى\u202e!\u2069!');
  });

  it('says the serial number and where to check', () => {
    const { facts: said, button } = certificateMail(facts, 'en');
    expect(said).toEqual([{ label: 'Serial number', value: '2026-ABCDE-FGHJK' }]);
    expect(button).toEqual({ label: 'Open the verification page', url: facts.verifyUrl });
  });
});
