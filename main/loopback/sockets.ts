import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type EventName, events } from '../../preload/contract/contract.ts';
import { SUBPROTOCOL } from '../../preload/contract/handshake.ts';
import { type Announcement, Request } from '../../preload/contract/transport.ts';
import { answer } from '../reader/answer.ts';
import type { Reader } from '../reader/reader.ts';

/** A dropped file of 10 MB is 13.4 MB in base64; every other message is much smaller. */
const MAX_MESSAGE = 20 * 1024 * 1024;
/** "Unsupported data" of RFC 6455, 7.4.1. */
const NOT_A_REQUEST = 1003;
/** Windows at once: more than anyone opens, and few enough for the memory their messages may take. */
const MAX_WINDOWS = 32;

export interface Sockets {
  /** Takes over the connection of a request that has been checked. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Whether the maximum number of windows is connected. */
  full(): boolean;
  /** How many windows are connected. */
  count(): number;
  /** Calls back whenever a window connects or disconnects. */
  onChange(listener: () => void): void;
  close(): void;
}

/** The windows of a reader: answers their calls and sends each of them every event. */
export function sockets(reader: Reader): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE,
    perMessageDeflate: false,
    handleProtocols: () => SUBPROTOCOL,
  });
  const listeners: (() => void)[] = [];
  const changed = () => {
    for (const listener of listeners) listener();
  };

  const unsubscribe = (Object.keys(events) as EventName[]).map((event) =>
    reader.on(event, (data) => {
      const announcement: Announcement = { event, data };
      const text = JSON.stringify(announcement);
      for (const socket of server.clients) socket.send(text);
    }),
  );

  server.on('connection', (socket) => {
    changed();
    socket.on('close', changed);
    // A message that is too long or broken: ws closes the connection with the fitting code by itself.
    socket.on('error', () => undefined);
    socket.on('message', (data) => void reply(reader, socket, String(data)));
  });

  return {
    accept: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client)),
    full: () => server.clients.size >= MAX_WINDOWS,
    count: () => server.clients.size,
    onChange: (listener) => void listeners.push(listener),
    close() {
      for (const stop of unsubscribe) stop();
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

async function reply(reader: Reader, socket: WebSocket, text: string): Promise<void> {
  const request = Request.safeParse(parsed(text));
  if (!request.success) return socket.close(NOT_A_REQUEST);
  const { id, call, input } = request.data;
  const outcome = await answer(reader.handlers, call, input);
  socket.send(JSON.stringify({ id, ...outcome }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
