/** The mail that carries a certificate. Only the facts of the certificate go in, and none of them unescaped. */
export interface MailFacts {
  recipient: string;
  issuer: string;
  kind: 'grade' | 'module';
  /** The module's name, for the module certificate. */
  subject: string | null;
  serial: string;
  verifyUrl: string;
  accent: string;
}

interface Texts {
  subject(facts: MailFacts): string;
  hello(name: string): string;
  lead(facts: MailFacts): string;
  check: string;
  button: string;
  serial: string;
  keep: string;
}

const TEXTS: Record<'en' | 'es', Texts> = {
  en: {
    subject: ({ kind, subject }) =>
      kind === 'grade' ? 'Your grade certificate' : `Your certificate: ${subject}`,
    hello: (name) => `Congratulations, ${name}!`,
    lead: ({ kind, subject, issuer }) =>
      kind === 'grade'
        ? `Attached you find your grade certificate from ${issuer}, with every module you took and its mark.`
        : `Attached you find your certificate from ${issuer} for “${subject}”.`,
    check: 'Anybody you show it to can check that it is real: the QR code on it leads to this page.',
    button: 'See it verified',
    serial: 'Serial number',
    keep: 'You can download it again at any time on your certificates page.',
  },
  es: {
    subject: ({ kind, subject }) =>
      kind === 'grade' ? 'Tu certificado de calificaciones' : `Tu certificado: ${subject}`,
    hello: (name) => `¡Enhorabuena, ${name}!`,
    lead: ({ kind, subject, issuer }) =>
      kind === 'grade'
        ? `Adjunto encontrarás tu certificado de calificaciones de ${issuer}, con todos los módulos que cursaste y su calificación.`
        : `Adjunto encontrarás tu certificado de ${issuer} por «${subject}».`,
    check:
      'Cualquier persona a quien se lo muestres puede comprobar que es auténtico: su código QR lleva a esta página.',
    button: 'Ver la verificación',
    serial: 'Número de serie',
    keep: 'Puedes descargarlo de nuevo cuando quieras en la página de tus certificados.',
  },
};

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

export function certificateMail(
  facts: MailFacts,
  language: string,
): { subject: string; text: string; html: string } {
  const texts = TEXTS[language.split('-')[0] === 'es' ? 'es' : 'en'];
  const lines = [
    texts.hello(facts.recipient),
    texts.lead(facts),
    texts.check,
    facts.verifyUrl,
    `${texts.serial}: ${facts.serial}`,
    texts.keep,
    facts.issuer,
  ];
  const paragraph = (content: string, style = '') => `<p style="margin:0 0 16px;${style}">${content}</p>`;
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(texts.subject(facts))}</title></head>
<body style="margin:0;padding:24px;background:#f4f5f2;color:#20302f;font:16px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-top:4px solid ${facts.accent};border-radius:6px">
<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">${escape(texts.hello(facts.recipient))}</h1>
${paragraph(escape(texts.lead(facts)))}
${paragraph(escape(texts.check))}
${paragraph(`<a href="${escape(facts.verifyUrl)}" style="display:inline-block;padding:10px 18px;background:${facts.accent};color:#ffffff;text-decoration:none;border-radius:4px">${escape(texts.button)}</a>`)}
${paragraph(`${escape(texts.serial)}: <strong>${escape(facts.serial)}</strong>`)}
${paragraph(escape(texts.keep), 'color:#56625f')}
<p style="margin:0;color:#56625f">${escape(facts.issuer)}</p>
</div></body></html>
`;
  return { subject: texts.subject(facts), text: `${lines.join('\n\n')}\n`, html };
}
