import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { page } from '../program/pages.ts';
import type { Reader } from '../reader/reader.ts';
import { type Sockets, sockets } from './sockets.ts';

const ADDRESS = '127.0.0.1';

export interface ServeOptions {
  readonly reader: Reader;
  /** Folder of the built renderer. */
  readonly renderer: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
}

export interface Serving {
  /** `http://127.0.0.1:PORT/#TOKEN`: whoever has it can use the reader. */
  readonly url: string;
  readonly windows: Pick<Sockets, 'count' | 'onChange'>;
  close(): Promise<void>;
}

/** Serves the reader to browsers of this machine. Rejects when the port is taken. */
export async function serve({ reader, renderer, port = 0 }: ServeOptions): Promise<Serving> {
  const token = randomBytes(24).toString('base64url');
  const windows = sockets(reader);
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, ADDRESS, resolve);
  });
  // Listening on an address and port, not on a pipe: node:http then gives an AddressInfo.
  const own = `${ADDRESS}:${(server.address() as AddressInfo).port}`;

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void respond(request, response, own, renderer);
  });
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    if (mayConnect(request, own, token)) windows.accept(request, socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });

  return {
    url: `http://${own}/#${token}`,
    windows,
    async close() {
      windows.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Another Host header is a foreign site whose name was pointed at this machine (DNS rebinding). */
async function respond(request: IncomingMessage, response: ServerResponse, own: string, renderer: string) {
  if (request.headers.host !== own) return void response.writeHead(403).end();
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();
  // The raw path: resolving it as a URL would hide attempts to leave the folder.
  const path = (request.url ?? '/').replace(/[?#].*$/s, '');
  const { status, headers, body } = await page(renderer, path, `'self' ws://${own}`);
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
}

function mayConnect(request: IncomingMessage, own: string, token: string): boolean {
  if (request.headers.host !== own || request.headers.origin !== `http://${own}`) return false;
  const url = URL.parse(request.url ?? '/', `http://${own}`);
  return url?.pathname === '/reader' && same(url.searchParams.get('token') ?? '', token);
}

function same(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
