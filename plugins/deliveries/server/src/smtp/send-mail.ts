import type { Mail } from '../kinds/kinds';
import { outcomeOf, type Outcome, type SmtpError } from './outcome';
import { oneMailTransport, type SmtpOptions } from './transport';

export interface Sender {
  smtp: SmtpOptions;
  from: string;
  replyTo: string;
}

/** Whoever takes an attempt over has closed it: the one that was late must not send. */
export class Overtaken extends Error {}

/**
 * Hands one mail to the server. Never throws for what a server does.
 *
 * @param beforeData writes down that the mail is about to go out.
 * @throws Overtaken from `beforeData`; nothing was sent.
 */
export async function sendMail(
  { smtp, from, replyTo }: Sender,
  mail: Mail & { to: string; messageId: string },
  beforeData: () => Promise<void>,
): Promise<Outcome> {
  const nodemailer = await import('@strapi/provider-email-nodemailer');
  let overtaken: Overtaken | null = null;
  const { transport, progress } = oneMailTransport(smtp, async () => {
    try {
      await beforeData();
    } catch (error) {
      if (error instanceof Overtaken) overtaken = error;
      throw error;
    }
  });
  const provider = nodemailer.default.init(transport as never, {
    defaultFrom: from,
    defaultReplyTo: replyTo,
  });
  try {
    const sent = (await provider.send({
      ...mail,
      // RFC 3834: no out-of-office answers.
      headers: { 'Auto-Submitted': 'auto-generated', ...mail.headers },
      disableFileAccess: true,
      disableUrlAccess: true,
    } as never)) as unknown as { response?: string } | undefined;
    return { kind: 'sent', answer: sent?.response ?? '' };
  } catch (error) {
    if (overtaken) throw overtaken;
    return outcomeOf(error as SmtpError, progress);
  }
}
