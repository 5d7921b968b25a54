import { frameLetter } from './frame-letter';

const LETTER = {
  subject: 'A certificate',
  heading: 'Hello, <script>alert(1)</script> Guido',
  paragraphs: ['It is attached.', '“Quoted” & <b>bold</b>'],
  button: { label: 'Look at it', url: 'https://school.example/verify/ABC?a=1&b=2' },
  facts: [{ label: 'Serial number', value: '2026-ABCDE' }],
  closing: 'Keep it.',
  sender: 'The school',
};

describe('a letter as a mail', () => {
  it('says the same in text and in HTML', () => {
    const { text, html } = frameLetter(LETTER, 'en');
    for (const said of ['It is attached.', 'Look at it', '2026-ABCDE', 'Keep it.', 'The school']) {
      expect(text).toContain(said);
      expect(html).toContain(said);
    }
  });

  it('says in text, too, what the address is for', () => {
    expect(frameLetter(LETTER, 'en').text).toContain(`Look at it:\n${LETTER.button.url}`);
  });

  it('names its language for whoever reads it aloud', () => {
    expect(frameLetter(LETTER, 'es').html).toContain('<html lang="es" dir="ltr">');
    expect(frameLetter(LETTER, 'ar').html).toContain('<html lang="ar" dir="rtl">');
  });

  it('never runs what a name contains (P5)', () => {
    const { html } = frameLetter(LETTER, 'en');
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<b>');
    expect(html).toContain('?a=1&#38;b=2"');
  });

  it('keeps a name of another direction apart (P5)', () => {
    const subject = 'For \u2068ليلى\u2069 and \u2068Ada\u2069';
    const { html, subject: said } = frameLetter({ ...LETTER, heading: subject, subject }, 'en');
    expect(said).toBe('For \u2068ليلى\u2069 and Ada');
    expect(html).toContain('>For <bdi>ليلى</bdi> and <bdi>Ada</bdi></h1>');
  });

  it('fetches nothing from anywhere', () => {
    expect(frameLetter(LETTER, 'en').html).not.toMatch(/<(img|link|script|iframe)|url\(|@import/);
  });

  it('does without button, facts and closing', () => {
    const { subject, heading, paragraphs, sender } = LETTER;
    const { text, html } = frameLetter({ subject, heading, paragraphs, sender }, 'en');
    expect(text.trim().endsWith('The school')).toBe(true);
    expect(html).not.toContain('<a ');
  });
});
