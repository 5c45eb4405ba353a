import { clientOver, type Transport } from '../preload/contract/client.ts';
import type { CallName, ReaderClient } from '../preload/contract/contract.ts';
import { Announcement, Reply, type Request } from '../preload/contract/transport.ts';

const TOKEN_KEY = 'depesche.token';
const FIRST_RETRY_MS = 250;
const MAX_RETRY_MS = 10_000;

/** `refused`: the host answers but rejects this page's token, because it was restarted. */
export type Connection = 'open' | 'lost' | 'refused';

/** True when the address carries a token or this tab has kept one: without a token the host answers nothing. */
export const hasToken = (): boolean => location.hash.length > 1 || sessionStorage.getItem(TOKEN_KEY) !== null;

/** A client for a page in a browser: it talks to the host that served the page. */
export function connectLoopback(onConnection: (connection: Connection) => void): ReaderClient {
  return loopbackClient(`ws://${location.host}/reader?token=${takeToken()}`, onConnection);
}

/** The token from the address's hash. It is removed from the address bar and kept for reloads of this tab only. */
function takeToken(): string {
  const given = location.hash.slice(1);
  if (given === '') return sessionStorage.getItem(TOKEN_KEY) ?? '';
  sessionStorage.setItem(TOKEN_KEY, given);
  history.replaceState(null, '', location.pathname + location.search);
  return given;
}

/**
 * A client over a WebSocket that reconnects by itself. A call without a connection rejects; calls made during the very first
 * attempt wait for it. After a reconnect the client emits the events that may have been missed. `onConnection` is called
 * whenever the connection is made or lost.
 */
export function loopbackClient(
  address: string,
  onConnection: (connection: Connection) => void = () => undefined,
): ReaderClient {
  const socket = socketTransport(address, (connection, again) => {
    onConnection(connection);
    if (again) void catchUp(client, socket.announce).catch(() => undefined);
  });
  const client = clientOver(socket);
  return client;
}

/** Emits the events the window may have missed, with the current values. */
async function catchUp(client: ReaderClient, announce: (name: string, data: unknown) => void): Promise<void> {
  announce('settings.changed', await client.call('settings.get', {}));
  announce('app.changed', await client.call('app.info', {}));
  announce('import.progress', await client.call('import.progress', {}));
  const { generation } = await client.call('sidebar.get', {});
  announce('library.changed', { generation });
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(reason: Error): void;
}

interface SocketTransport extends Transport {
  announce(name: string, data: unknown): void;
}

function socketTransport(
  address: string,
  onConnection: (connection: Connection, again: boolean) => void,
): SocketTransport {
  const waiting = new Map<number, Waiting>();
  const listeners: ((name: unknown, data: unknown) => void)[] = [];
  let lastId = 0;
  let failures = 0;
  let wasOpen = false;
  /** The host served a page after it had refused a connection. */
  let hostAnswers = false;
  let connection = connect();

  function announce(name: string, data: unknown): void {
    for (const listener of listeners) listener(name, data);
  }

  function receive(text: string): void {
    const message: unknown = JSON.parse(text);
    const reply = Reply.safeParse(message);
    if (reply.success) {
      waiting.get(reply.data.id)?.resolve(reply.data);
      waiting.delete(reply.data.id);
      return;
    }
    const announcement = Announcement.safeParse(message);
    if (announcement.success) announce(announcement.data.event, announcement.data.data);
  }

  function closed(): Error {
    const reason = new Error('The reader cannot be reached.');
    for (const call of waiting.values()) call.reject(reason);
    waiting.clear();
    setTimeout(
      () => {
        connection = connect();
      },
      Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** failures),
    );
    failures += 1;
    onConnection(hostAnswers ? 'refused' : 'lost', false);
    if (failures > 1) void askHost();
    return reason;
  }

  async function askHost(): Promise<void> {
    const { protocol, host } = new URL(address);
    const page = await fetch(`${protocol.replace('ws', 'http')}//${host}/`, { method: 'HEAD' }).catch(() => undefined);
    hostAnswers = page !== undefined;
  }

  function connect(): Promise<WebSocket> {
    const opened = new Promise<WebSocket>((resolve, reject) => {
      const socket = new WebSocket(address);
      socket.addEventListener('open', () => {
        failures = 0;
        resolve(socket);
        hostAnswers = false;
        onConnection('open', wasOpen);
        wasOpen = true;
      });
      socket.addEventListener('message', (message) => receive(String(message.data)));
      socket.addEventListener('close', () => reject(closed()));
    });
    // There may be no call waiting for this attempt; calls that do wait get the rejection.
    opened.catch(() => undefined);
    return opened;
  }

  return {
    announce,
    onEvent: (listener) => void listeners.push(listener),
    async call(name: CallName, input: unknown) {
      const socket = await connection;
      // Between the end of a connection and the next attempt, `connection` is still the old one.
      if (socket.readyState !== WebSocket.OPEN) throw new Error('The reader cannot be reached.');
      lastId += 1;
      const request: Request = { id: lastId, call: name, input };
      return new Promise((resolve, reject) => {
        waiting.set(request.id, { resolve, reject });
        socket.send(JSON.stringify(request));
      });
    },
  };
}
