import http from 'node:http';
import https from 'node:https';

/** Where requests go. */
export interface Target {
  url: string;
  /** The certificate that is trusted, where it is not a public one. */
  ca?: string;
  /** From which of this machine's addresses, such as 127.9.0.1. */
  from?: string;
}

export interface Answer {
  /** Undefined: the connection was closed without an answer. */
  status: number | undefined;
  headers: http.IncomingHttpHeaders;
  text: string;
}

/** A request that is still to be written, without a client's good manners: path and headers go out as they are. */
export function open(
  { url, ca, from }: Target,
  method: string,
  path: string,
  headers: Record<string, string> = {},
): { request: http.ClientRequest; answer: Promise<Answer> } {
  const { hostname, port, protocol } = new URL(url);
  const options = { hostname, port, method, path, headers, agent: false, family: 4, localAddress: from };
  const request = protocol === 'https:' ? https.request({ ...options, ca }) : http.request(options);
  const answer = new Promise<Answer>((resolve) => {
    request.on('response', (response) => {
      let text = '';
      const answered = () => resolve({ status: response.statusCode, headers: response.headers, text });
      response.on('data', (chunk) => (text += chunk));
      response.on('end', answered);
      response.on('error', answered);
    });
    request.on('connect', ({ statusCode: status, headers }, socket) => {
      socket.destroy();
      resolve({ status, headers, text: '' });
    });
    request.on('error', () => resolve({ status: undefined, headers: {}, text: '' }));
  });
  return { request, answer };
}

export function send(
  target: Target,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<Answer> {
  const { request, answer } = open(target, method, path, headers);
  request.end(body);
  return answer;
}
