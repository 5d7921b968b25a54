import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { Overtaken, sendMail } from './send-mail';

const MAIL = {
  to: 'ada@students.example',
  subject: 'Hello',
  text: 'Hello Ada',
  messageId: '<one@school.example>',
};
const smtpError = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

const servers: SMTPServer[] = [];
const received: string[] = [];

/** A mail server on a port of its own. @returns the port. */
async function serve(options: SMTPServerOptions = {}): Promise<number> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk) => (text += chunk));
      stream.on('end', () => {
        received.push(text);
        done(null);
      });
    },
    ...options,
  });
  server.on('error', () => {});
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.server.address() as AddressInfo).port;
}

const send = (port: number, beforeData = async () => {}, smtp: Record<string, unknown> = {}, mail = {}) =>
  sendMail(
    {
      smtp: {
        host: '127.0.0.1',
        port,
        connectionTimeout: 2_000,
        greetingTimeout: 1_000,
        socketTimeout: 1_000,
        ...smtp,
      },
      from: 'School <school@school.example>',
      replyTo: 'office@school.example',
    },
    { ...MAIL, ...mail },
    beforeData,
  );

beforeEach(() => received.splice(0));
afterEach(() =>
  Promise.all(servers.splice(0).map((server) => new Promise<void>((done) => server.close(done)))),
);

describe('one attempt to send a mail (P2)', () => {
  it('is sent, under the Message-ID it was given', async () => {
    expect(await send(await serve())).toEqual({ kind: 'sent', answer: expect.stringMatching(/^250/) });
    expect(received).toHaveLength(1);
    expect(received[0]).toMatch(/^Message-ID: <one@school\.example>\r$/m);
    expect(received[0]).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(received[0]).toMatch(/^Reply-To: office@school\.example\r$/m);
  });

  it('writes down that it begins before its first byte, once the server waits for it', async () => {
    const order: string[] = [];
    const port = await serve({
      onRcptTo: (_address, _session, done) => {
        order.push('recipient');
        done();
      },
      onData(stream, _session, done) {
        stream.once('data', () => order.push('data'));
        stream.on('end', () => done(null));
      },
    });
    await send(port, async () => void order.push('noted'));
    expect(order).toEqual(['recipient', 'noted', 'data']);
  });

  it('a mail that another worker took over is not sent', async () => {
    const late = send(await serve(), async () => {
      throw new Overtaken('late');
    });
    await expect(late).rejects.toThrow(Overtaken);
    expect(received).toEqual([]);
  });

  it('a recipient refused with 5xx is refused, and nothing was noted as begun', async () => {
    const noted = jest.fn(async () => {});
    const port = await serve({
      onRcptTo: (_address, _session, done) => done(smtpError(550, 'no such user')),
    });
    expect(await send(port, noted)).toEqual({
      kind: 'refused',
      answer: expect.stringContaining('no such user'),
    });
    expect(noted).not.toHaveBeenCalled();
  });

  it('a recipient refused with 4xx waits, and it is about this mail alone', async () => {
    const port = await serve({
      onRcptTo: (_address, _session, done) => done(smtpError(450, 'greylisted')),
    });
    expect(await send(port)).toMatchObject({ kind: 'deferred', scope: 'mail' });
  });

  it('a content refused with 5xx is refused; with 4xx it waits', async () => {
    const refusing = (code: number) =>
      serve({
        onData(stream, _session, done) {
          stream.resume();
          stream.on('end', () => done(smtpError(code, 'not this one')));
        },
      });
    expect(await send(await refusing(554))).toMatchObject({ kind: 'refused' });
    expect(await send(await refusing(452))).toMatchObject({ kind: 'deferred', scope: 'unclear' });
  });

  it('a server that is not there, one that says nothing and one that refuses everybody are the server’s trouble', async () => {
    const port = await serve();
    await new Promise<void>((done) => servers.splice(0)[0]?.close(done));
    expect(await send(port)).toMatchObject({ kind: 'deferred', scope: 'server' });

    const silent = await serve({ onConnect: () => {} });
    expect(await send(silent)).toMatchObject({ kind: 'deferred', scope: 'server' });

    const closed = await serve({ onConnect: (_session, done) => done(smtpError(554, 'no service')) });
    expect(await send(closed)).toMatchObject({ kind: 'deferred', scope: 'server' });
  });

  it('a wrong password refuses no mail', async () => {
    const port = await serve({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(smtpError(535, 'wrong')),
    });
    const outcome = await send(port, undefined, { auth: { user: 'school', pass: 'wrong' } });
    expect(outcome).toMatchObject({ kind: 'deferred', scope: 'server' });
  });

  /** Lets go of the connection of a session, as a machine does that loses its power. */
  const dropOn = (event: 'data' | 'end') =>
    serve({
      onData(stream, session) {
        stream.on('data', () => {});
        stream.once(event, () => {
          for (const connection of servers.at(-1)?.connections ?? [])
            if ((connection as any).id === session.id) (connection as any)._socket.destroy();
        });
      },
    });

  it('a connection lost before the final dot was not sent', async () => {
    const text = 'A line that is repeated.\n'.repeat(20_000);
    expect(await send(await dropOn('data'), undefined, {}, { text })).toMatchObject({
      kind: 'deferred',
      scope: 'unclear',
    });
  });

  it('a connection lost after the final dot, before the answer, is unknown', async () => {
    expect(await send(await dropOn('end'))).toMatchObject({ kind: 'unknown' });
  });

  it('an address that is none is refused without a server', async () => {
    const port = await serve();
    const outcome = await sendMail(
      { smtp: { host: '127.0.0.1', port }, from: 'school@school.example', replyTo: '' },
      { ...MAIL, to: 'nobody' },
      async () => {},
    );
    expect(outcome.kind).toBe('refused');
    expect(received).toEqual([]);
  });
});
