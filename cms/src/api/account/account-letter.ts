import type { Letter } from '@lumino/strapi-plugin-deliveries/strapi-server';

export interface AccountTexts {
  subject: string;
  hello(name: string): string;
  asked: string;
  button: string;
  otherwise: string;
}

/** A mail to the holder of an account, around one link. The name keeps its direction to itself, as letters want it. */
export function accountLetter(texts: AccountTexts, { name, url }: { name: string; url: string }): Letter {
  return {
    subject: texts.subject,
    heading: texts.hello(`\u2068${name.replace(/[\u2066-\u2069]/g, '')}\u2069`),
    paragraphs: [texts.asked],
    button: { label: texts.button, url },
    closing: texts.otherwise,
    sender: 'Lumino',
  };
}
