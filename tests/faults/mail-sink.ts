import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What the mail server does with a mail. */
export type Mood =
  | 'takes'
  /** Takes it, but every step takes its time. */
  | 'slow'
  /** Says nothing, not even hello. */
  | 'hangs'
  /** "Later", at the recipient. */
  | 'later'
  /** "Never", at the recipient. */
  | 'never'
  /** Has all of it, keeps it, and hangs up instead of saying so: the worst there is for who sends. */
  | 'hangs-up-after-the-dot'
  /** Is not there. */
  | 'gone';

const SLOW_MS = 300;
const smtpError = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

export interface Moments {
  /** After the recipient was taken, before the answer. */
  recipient?(): void;
  /** The first bytes of a mail are here. */
  content?(): void;
  /** The final dot is here, the mail is kept, nobody has been told. */
  dot?(): void;
}

/** A real mail server that counts what it has, by Message-ID, and can be in any mood. */
export async function startMailSink(moments: () => Moments = () => ({})) {
  let mood: Mood = 'takes';
  const kept = new Map<string, number>();
  let server: SMTPServer | null = null;
  let port = 0;

  const pause = () => new Promise((resolve) => setTimeout(resolve, mood === 'slow' ? SLOW_MS : 0));
  const hangUp = (session: SMTPServerSession): void => {
    for (const connection of server?.connections ?? [])
      if ((connection as unknown as { id: string }).id === session.id)
        (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
  };

  const make = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      onConnect: (_session, done) => void (mood !== 'hangs' && pause().then(() => done())),
      onRcptTo(_address, _session, done) {
        moments().recipient?.();
        void pause().then(() => {
          if (mood === 'later') done(smtpError(451, '4.3.2 try again later'));
          else if (mood === 'never') done(smtpError(550, '5.1.1 there is nobody of this name'));
          else done();
        });
      },
      onData(stream, session, done) {
        let text = '';
        stream.once('data', () => moments().content?.());
        stream.on('data', (chunk) => (text += chunk.toString('latin1')));
        stream.on('end', () => {
          const id = /^Message-ID: (\S+)/im.exec(text)?.[1] ?? '';
          kept.set(id, (kept.get(id) ?? 0) + 1);
          moments().dot?.();
          if (mood === 'hangs-up-after-the-dot') hangUp(session);
          else void pause().then(() => done());
        });
      },
    });

  async function open(): Promise<void> {
    server = make();
    server.on('error', () => {});
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    port = (server.server.address() as AddressInfo).port;
  }
  async function close(): Promise<void> {
    const closing = server;
    server = null;
    for (const connection of closing?.connections ?? [])
      (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
    await new Promise<void>((resolve) => (closing ? closing.close(() => resolve()) : resolve()));
  }

  await open();
  return {
    get port() {
      return port;
    },
    /** How often each mail was kept, by Message-ID. */
    kept,
    async become(next: Mood): Promise<void> {
      if (next === mood) return;
      if (next === 'gone') await close();
      else if (mood === 'gone') await open();
      mood = next;
    },
    close,
  };
}
export type MailSink = Awaited<ReturnType<typeof startMailSink>>;
