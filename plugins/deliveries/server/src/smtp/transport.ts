import { Readable } from 'node:stream';
import type { Transport } from 'nodemailer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

export type SmtpOptions = SMTPConnection.Options & { auth?: { user: string; pass: string } };

/** How far one mail got with the server. */
export interface Progress {
  /** The server was waiting for its first byte. */
  begun: boolean;
  /** The server has had all of it, up to the final dot: from here on it may have taken it. */
  wholeGiven: boolean;
}

/**
 * A transport of nodemailer for one mail, on the connection that nodemailer publishes for such uses: the mail is read only
 * when the server waits for it (354), so that what must be written down before its first byte goes out, is.
 *
 * @param beforeData called after 354 and before the first byte; if it throws, nothing is sent.
 */
export function oneMailTransport(
  options: SmtpOptions,
  beforeData: () => Promise<void>,
): { transport: Transport; progress: Progress } {
  const progress: Progress = { begun: false, wholeGiven: false };
  const transport: Transport = {
    name: 'ledger',
    version: '1',
    send(mail, done) {
      const connection = new SMTPConnection(options);
      let ended = false;
      const end = (error: Error | null, info?: SMTPConnection.SentMessageInfo) => {
        if (ended) return;
        ended = true;
        if (error) {
          connection.close();
          source.destroy();
        } else connection.quit();
        if (error) done(error, undefined as never);
        else
          done(null, {
            ...(info as SMTPConnection.SentMessageInfo),
            envelope: mail.message.getEnvelope(),
            messageId: mail.message.messageId(),
          });
      };
      async function* content() {
        // A refused envelope is followed by a read into nowhere.
        if (ended) return;
        await beforeData();
        progress.begun = true;
        yield* mail.message.createReadStream();
        progress.wholeGiven = !ended;
      }
      const source = Readable.from(content(), { objectMode: false });
      // Destroyed is destroyed: what ended it is known already.
      source.on('error', () => {});
      const give = () => connection.send(mail.message.getEnvelope() as SMTPConnection.Envelope, source, end);

      connection.once('error', end);
      connection.once('end', () =>
        end(Object.assign(new Error('The connection was closed'), { command: 'CONN' })),
      );
      connection.connect((error) => {
        if (error) end(error);
        else if (options.auth && (connection as unknown as { allowsAuth: boolean }).allowsAuth)
          connection.login(options.auth as never, (refused) => (refused ? end(refused) : give()));
        else give();
      });
    },
  };
  return { transport, progress };
}
