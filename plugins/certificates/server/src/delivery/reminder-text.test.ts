import { reminderMail, type ReminderFacts } from './reminder-text';

const facts: ReminderFacts = {
  recipient: '<b>Guido</b>',
  issuer: 'Lumino',
  kind: 'module',
  subject: 'The web',
  serial: '2026-ABCDE-FGHJK',
  accent: '#1f5f5b',
  expiresAt: '2027-01-10T23:59:59.999Z',
  daysLeft: 30,
  renewalUrl: 'https://lumino.example/certificates',
};

describe('the reminder that a certificate will expire', () => {
  it('says what, until when, how many days are left and how to renew', () => {
    const letter = reminderMail(facts, 'en');
    expect(letter.subject).toBe('Your certificate expires soon: \u2068The web\u2069');
    for (const said of ['The web', 'January 10, 2027', '30 days', '2026-ABCDE-FGHJK', facts.renewalUrl])
      expect(JSON.stringify(letter)).toContain(said);
  });

  it('is in the language of the recipient', () => {
    const { subject, paragraphs } = reminderMail({ ...facts, kind: 'grade', daysLeft: 1 }, 'es-MX');
    expect(subject).toBe('Tu certificado de calificaciones caduca pronto');
    expect(paragraphs[0]).toContain('Tu certificado de calificaciones de \u2068Lumino\u2069 es válido');
    expect(paragraphs[0]).toContain('hasta el 10 de enero de 2027 (UTC): te queda un día');
  });

  it('counts the last day as such', () => {
    expect(reminderMail({ ...facts, daysLeft: 0 }, 'en').paragraphs[0]).toContain('today is its last day');
  });
});
