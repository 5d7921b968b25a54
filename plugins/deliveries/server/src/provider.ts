import type { Core } from '@strapi/types';
import { PLAIN } from './kinds/plain-kind';

/** Strapi gives a provider no instance, but has one for everybody. */
const instance = (): Core.Strapi => (globalThis as unknown as { strapi: Core.Strapi }).strapi;

interface Message {
  to: string;
  subject: string;
  text?: string;
  html?: string;
  from?: string;
  replyTo?: string;
  cc?: string;
  bcc?: string;
  attachments?: { filename: string; content: Buffer | string; contentType?: string }[];
}

/** A row is JSON: bytes go in as text. */
const asText = ({ content, ...rest }: NonNullable<Message['attachments']>[number]) => ({
  ...rest,
  content: Buffer.from(content).toString('base64'),
  encoding: 'base64',
});

/**
 * Strapi's email provider: writes the mail into the ledger and is done. Whoever sends a mail does not wait for a mail
 * server, and learns nothing of it.
 */
export const init = () => ({
  async send({ to, subject, text, html, from, replyTo, cc, bcc, attachments }: Message): Promise<void> {
    const content = Object.fromEntries(
      Object.entries({
        subject,
        text: text ?? html ?? '',
        html,
        from,
        replyTo,
        cc,
        bcc,
        attachments: attachments?.map(asText),
      }).filter(([, value]) => value !== undefined),
    );
    await instance()
      .plugin('deliveries')
      .service('ledger')
      .post({ kind: PLAIN, to, language: 'en', content });
  },
});
