import { randomBytes, timingSafeEqual } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Greeting, hostProof, Nonce, pageProof, SUBPROTOCOL } from '../../preload/contract/handshake.ts';
import { codeOf } from '../errors.ts';
import { page, pageHeaders } from '../program/pages.ts';
import type { Reader } from '../reader/reader.ts';
import { type Entrance, enteredPage, enteredScript, makeEntrance, privateFolder } from './entrance.ts';
import { findSession, keepSession, type Session } from './session.ts';
import { type Sockets, sockets } from './sockets.ts';

const ADDRESS = '127.0.0.1';
/** Milliseconds within which a request must be complete: a slow one must not occupy a connection. */
const HEADERS_MS = 5_000;
const REQUEST_MS = 5_000;
/** Connections at once. An idle one costs about 20 KB; a window needs three or four. */
const MAX_CONNECTIONS = 1_200;
/** A posted code is 48 bytes. */
const MAX_FORM_BYTES = 1_000;

export interface ServeOptions {
  readonly reader: Reader;
  /** Folder of the built renderer. */
  readonly renderer: string;
  /** Folder for the page that opens the reader and for the session, if it can be made private to this user. */
  readonly folder: string;
  /** A key that outlives this host (`lastingKey`); absent: that of the previous run within ten minutes, else a new one. */
  readonly key?: string;
  /** 0 or absent: the port of the previous run if a page may still look for it there, else any free port. */
  readonly port?: number;
}

export interface Serving {
  /** `file:///…/open.html`: the page to open in a browser. Only this user can read it, and its code works once. */
  readonly url: string;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** The folder of that page, which only this user can enter; also for the browser's own files. */
  readonly folder: string;
  readonly windows: Pick<Sockets, 'count' | 'onChange'>;
  close(): Promise<void>;
}

/** The values that requests are checked against. */
interface Gate {
  /** `127.0.0.1:PORT`. */
  readonly own: string;
  readonly key: string;
  /** Whether pages may keep the key. */
  readonly lasts: boolean;
  /** A nonce of this run. */
  readonly run: string;
  /** What a page must send to connect. */
  readonly proof: string;
  readonly entrance: Entrance;
  readonly renderer: string;
}

/** Serves the reader to browsers of this machine. Rejects when the port is taken. */
export async function serve({
  reader,
  renderer,
  folder: wanted,
  key: lasting,
  port = 0,
}: ServeOptions): Promise<Serving> {
  const folder = privateFolder(wanted);
  const sessionFile = join(folder, 'session.json');
  const before = findSession(sessionFile);
  const server = createServer({ connectionsCheckingInterval: 1_000 });
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  server.maxConnections = MAX_CONNECTIONS;
  const session: Session = { key: lasting ?? before.key, port: await listenOn(server, port, before.port) };

  const own = `${ADDRESS}:${session.port}`;
  const run = randomBytes(24).toString('base64url');
  // A lasting key has a file of its own, and must not be the key of a later host without it.
  const keep = () => lasting ?? keepSession(sessionFile, session);
  const entrance = entranceOf(server, folder, `http://${own}`, keep);
  const proof = await pageProof(session.key, own, run);
  const gate: Gate = { own, key: session.key, lasts: lasting !== undefined, run, proof, entrance, renderer };
  const windows = sockets(reader);

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    respond(request, response, gate).catch(() => response.destroy());
  });
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (!mayConnect(request, gate)) socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    else if (windows.full()) socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
    else windows.accept(request, socket, head);
  });

  return {
    url: entrance.url,
    origin: `http://${own}`,
    folder,
    windows,
    async close() {
      entrance.close();
      keep();
      windows.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      if (folder !== wanted) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The entrance; without one the server is closed again. */
function entranceOf(server: Server, ...at: Parameters<typeof makeEntrance>): Entrance {
  try {
    return makeEntrance(...at);
  } catch (error) {
    server.close();
    throw error;
  }
}

/** Listens on `wanted`; on 0, rather on `before` if that is free. Resolves with the port. */
async function listenOn(server: Server, wanted: number, before: number): Promise<number> {
  try {
    return await listen(server, wanted || before);
  } catch (error) {
    if (wanted !== 0 || codeOf(error) !== 'EADDRINUSE') throw error;
    return await listen(server, 0);
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, ADDRESS, () => {
      server.off('error', reject);
      // Listening on an address and port, not on a pipe: node:http then gives an AddressInfo.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function respond(request: IncomingMessage, response: ServerResponse, gate: Gate): Promise<void> {
  // Any other Host header means a foreign site whose name points to this machine (DNS rebinding).
  if (request.headers.host !== gate.own) return void response.writeHead(403).end();
  // The raw path: resolving it as a URL would hide attempts to leave the folder.
  const path = (request.url ?? '/').replace(/[?#].*/s, '');
  if (path === '/enter' && request.method === 'POST') return enter(request, response, gate);
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();
  if (path === '/hello') return greet(request, response, gate);
  const { status, headers, body } = await page(gate.renderer, path, connections(gate));
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
}

const connections = ({ own }: Gate): string => `'self' ws://${own}`;

/** Exchanges a code for the key. A wrong or used code leads to the reader's page, which says what to open. */
async function enter(request: IncomingMessage, response: ServerResponse, gate: Gate): Promise<void> {
  // A page of the disk has the origin "null".
  if ((request.headers.origin ?? 'null') !== 'null') return void response.writeHead(403).end();
  const form = await shortBody(request);
  if (form === undefined) return void response.writeHead(413, { connection: 'close' }).end();
  if (!gate.entrance.redeem(new URLSearchParams(form).get('code') ?? ''))
    return void response.writeHead(303, { location: '/' }).end();
  const headers = { ...pageHeaders("'none'", enteredScript), 'content-type': 'text/html; charset=utf-8' };
  response.writeHead(200, headers).end(enteredPage(gate.key, gate.lasts));
}

/** A body of at most 1,000 bytes; undefined when it is longer. */
async function shortBody(request: IncomingMessage): Promise<string | undefined> {
  let length = 0;
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > MAX_FORM_BYTES) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString();
}

/** Proves to a page that this is the host its key is for. */
async function greet(request: IncomingMessage, response: ServerResponse, { own, key, run }: Gate): Promise<void> {
  const nonce = Nonce.safeParse(URL.parse(request.url ?? '/', `http://${own}`)?.searchParams.get('nonce'));
  if (!nonce.success) return void response.writeHead(400).end();
  const greeting: Greeting = { run, proof: await hostProof(key, own, run, nonce.data) };
  const headers = { ...pageHeaders("'none'"), 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(200, headers).end(JSON.stringify(greeting));
}

function mayConnect(request: IncomingMessage, { own, proof }: Gate): boolean {
  const { host, origin, 'sec-websocket-protocol': protocols = '' } = request.headers;
  if (host !== own || origin !== `http://${own}` || request.url !== '/reader') return false;
  const [name, given = ''] = protocols.split(',').map((one) => one.trim());
  return name === SUBPROTOCOL && same(given, proof);
}

function same(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
