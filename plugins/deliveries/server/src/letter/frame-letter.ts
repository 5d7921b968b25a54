import type { Mail } from '../kinds/kinds';
import type { Letter } from './letter';

const QUIET = 'color:#56625f';
const ACCENT = '#1f5f5b';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const paragraph = (inside: string, style = ''): string => `<p style="margin:0 0 16px;${style}">${inside}</p>`;

/** A letter as text and as HTML, which say the same. Nothing goes in unescaped. */
export function frameLetter(letter: Letter, language: string): Mail {
  const { subject, heading, paragraphs, button, facts = [], closing, sender, accent = ACCENT } = letter;
  const text = [
    heading,
    ...paragraphs,
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    ...facts.map(({ label, value }) => `${label}: ${value}`),
    ...(closing ? [closing] : []),
    sender,
  ];
  const html = `<!doctype html>
<html lang="${escape(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f4f5f2;color:#20302f;font:16px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-top:4px solid ${accent};border-radius:6px">
<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">${escape(heading)}</h1>
${paragraphs.map((one) => paragraph(escape(one))).join('\n')}
${button ? paragraph(`<a href="${escape(button.url)}" style="display:inline-block;padding:10px 18px;background:${accent};color:#ffffff;text-decoration:none;border-radius:4px">${escape(button.label)}</a>`) : ''}
${facts.map(({ label, value }) => paragraph(`${escape(label)}: <strong style="white-space:nowrap">${escape(value)}</strong>`)).join('\n')}
${closing ? paragraph(escape(closing), QUIET) : ''}
<p style="margin:0;${QUIET}">${escape(sender)}</p>
</div></body></html>
`;
  return {
    subject,
    text: `${text.join('\n\n')}\n`,
    html,
    ...(letter.attachments ? { attachments: letter.attachments } : {}),
  };
}
