import { connect } from 'node:tls';

const PATIENCE_MS = 5_000;

/**
 * When the certificate runs out that a server shows, whoever has signed it.
 * @throws when it cannot be reached, or speaks no TLS.
 */
export function expiryOf(address: string): Promise<Date> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: hostname,
      port: Number(port || 443),
      ...(/^[\d.]+$|:/.test(hostname) ? {} : { servername: hostname }),
      // One that has run out is what this looks for.
      rejectUnauthorized: false,
    });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('no answer')));
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      resolve(new Date(socket.getPeerCertificate().valid_to));
      socket.destroy();
    });
  });
}
