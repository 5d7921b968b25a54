export interface Mail {
  subject: string;
  text: string;
  html: string;
}

export interface MailContent {
  subject: string;
  heading: string;
  paragraphs: string[];
  /** The one thing to do. */
  button: { label: string; url: string };
  serial: { label: string; value: string };
  /** Said quietly, after all else. */
  closing: string;
  issuer: string;
  accent: string;
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** A mail as text and as HTML, which say the same. Nothing goes in unescaped. */
export function frameMail(content: MailContent, language: string): Mail {
  const { subject, heading, paragraphs, button, serial, closing, issuer, accent } = content;
  const lines = [
    heading,
    ...paragraphs,
    `${button.label}:\n${button.url}`,
    `${serial.label}: ${serial.value}`,
    closing,
    issuer,
  ];
  const paragraph = (inside: string, style = '') => `<p style="margin:0 0 16px;${style}">${inside}</p>`;
  const html = `<!doctype html>
<html lang="${escape(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f4f5f2;color:#20302f;font:16px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-top:4px solid ${accent};border-radius:6px">
<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">${escape(heading)}</h1>
${paragraphs.map((text) => paragraph(escape(text))).join('\n')}
${paragraph(`<a href="${escape(button.url)}" style="display:inline-block;padding:10px 18px;background:${accent};color:#ffffff;text-decoration:none;border-radius:4px">${escape(button.label)}</a>`)}
${paragraph(`${escape(serial.label)}: <strong style="white-space:nowrap">${escape(serial.value)}</strong>`)}
${paragraph(escape(closing), 'color:#56625f')}
<p style="margin:0;color:#56625f">${escape(issuer)}</p>
</div></body></html>
`;
  return { subject, text: `${lines.join('\n\n')}\n`, html };
}
