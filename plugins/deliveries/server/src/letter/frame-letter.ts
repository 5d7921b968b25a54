import type { Mail } from '../kinds/kinds';
import { directionOf, inHtml, inPlainText } from './isolates';
import type { Letter } from './letter';
import { SHEET, STYLES } from './letter-looks';

const ACCENT = '#1f5f5b';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** Words as HTML: escaped, and names kept apart. */
const words = (text: string): string => inHtml(escape(text));

/** A letter as text and as HTML, which say the same. Nothing goes in unescaped. */
export function frameLetter(letter: Letter, language: string): Mail {
  const subject = inPlainText(letter.subject);
  return {
    subject,
    text: asText(letter),
    html: asHtml(letter, subject, language),
    ...(letter.attachments ? { attachments: letter.attachments } : {}),
  };
}

function asText({ heading, paragraphs, button, facts = [], closing, sender }: Letter): string {
  const parts = [
    heading,
    ...paragraphs,
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    ...facts.map(({ label, value }) => `${label}: ${value}`),
    ...(closing ? [closing] : []),
    sender,
  ];
  return `${parts.map(inPlainText).join('\n\n')}\n`;
}

function asHtml(letter: Letter, subject: string, language: string): string {
  const { heading, paragraphs, button, facts = [], closing, sender, accent = ACCENT } = letter;
  const parts = [
    `<h1 style="${STYLES.heading}">${words(heading)}</h1>`,
    ...paragraphs.map((one) => paragraph(words(one))),
    ...(button
      ? [
          paragraph(
            `<a class="button" href="${escape(button.url)}" style="${STYLES.button(accent)}">${words(button.label)}</a>`,
          ),
        ]
      : []),
    ...facts.map(({ label, value }) =>
      paragraph(`${words(label)}: <strong style="${STYLES.fact}">${words(value)}</strong>`),
    ),
    ...(closing ? [paragraph(words(closing), 'quiet')] : []),
    `<p class="quiet" style="margin:0;${STYLES.quiet}">${words(sender)}</p>`,
  ];
  // Twice, since programs that show mails in a page of their own take only what is in the body.
  const spoken = `lang="${escape(language)}" dir="${directionOf(language)}"`;
  return `<!doctype html>
<html ${spoken}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escape(subject)}</title><style>${SHEET}</style></head>
<body class="page" style="${STYLES.page}">
<div class="card" role="article" aria-label="${escape(subject)}" ${spoken} style="${STYLES.card(accent)}">
${parts.join('\n')}
</div></body></html>
`;
}

function paragraph(inside: string, tone?: 'quiet'): string {
  const [name, style] = tone ? [` class="${tone}"`, `;${STYLES[tone]}`] : ['', ''];
  return `<p${name} style="${STYLES.paragraph}${style}">${inside}</p>`;
}
