import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

const SSL_REQUEST = 80877103;
const GSS_REQUEST = 80877104;

/** Reads what a client of PostgreSQL says, piece by piece, and reports each statement it has executed. */
export function readStatements(report: (text: string) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let isStarted = false;
  let parsed = '';
  const textAt = (body: Buffer, start: number) => body.toString('utf8', start, body.indexOf(0, start));
  return (chunk) => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (;;) {
      // The first message has no type; then each begins with one byte for it. Lengths count themselves.
      const head = isStarted ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = rest.readInt32BE(head);
      if (rest.length < head + length) return;
      const body = rest.subarray(head + 4, head + length);
      const type = isStarted ? String.fromCharCode(rest[0] as number) : '';
      if (!isStarted) isStarted = ![SSL_REQUEST, GSS_REQUEST].includes(body.readInt32BE(0));
      else if (type === 'Q') report(textAt(body, 0));
      else if (type === 'P') parsed = textAt(body, body.indexOf(0) + 1);
      else if (type === 'E') report(parsed);
      rest = rest.subarray(head + length);
    }
  };
}

export interface DatabaseProxy {
  /** The database's address through this proxy. */
  url: string;
  /** Every statement that went through since it was emptied. */
  statements: string[];
  /** As if the database were gone: open connections end, and none is let in. */
  close(): Promise<void>;
  /** Lets connections in again, at the same address. */
  open(): Promise<void>;
}

/** Stands between a program and its PostgreSQL, counts what is asked, and can take the database away. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const statements: string[] = [];
  const server: Server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    const read = readStatements((text) => statements.push(text));
    client.on('data', read);
    client.pipe(upstream).pipe(client);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const own = new URL(databaseUrl);
  Object.assign(own, { hostname: '127.0.0.1', port: String(port) });
  return {
    url: own.href,
    statements,
    async close() {
      if (!server.listening) return;
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    open: () => listen(port),
  };
}
