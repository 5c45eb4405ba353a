import { clientOver, type Transport } from '../preload/contract/client.ts';
import type { CallName, ReaderClient } from '../preload/contract/contract.ts';
import { Announcement, Reply, type Request } from '../preload/contract/transport.ts';

const TOKEN_KEY = 'depesche.token';
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;

/** `refused`: the host is there and does not take this page's key: it was started anew. */
export type Connection = 'open' | 'lost' | 'refused';

/** True when the address carries a token or this tab has one from before: without it the host answers nothing. */
export const hasToken = (): boolean => location.hash.length > 1 || sessionStorage.getItem(TOKEN_KEY) !== null;

/** The client of a page that no Electron window shows: it talks to the host that served the page. */
export function connectLoopback(onConnection: (connection: Connection) => void): ReaderClient {
  return loopbackClient(`ws://${location.host}/reader?token=${takeToken()}`, onConnection);
}

/** The token of the address's hash. It leaves the address bar and survives a reload of this tab, nothing else. */
function takeToken(): string {
  const given = location.hash.slice(1);
  if (given === '') return sessionStorage.getItem(TOKEN_KEY) ?? '';
  sessionStorage.setItem(TOKEN_KEY, given);
  history.replaceState(null, '', location.pathname + location.search);
  return given;
}

/**
 * A client over a WebSocket address that connects again by itself. A call while there is no connection rejects; calls made
 * during the very first attempt wait for it. After a break the client announces what may have changed meanwhile.
 * `onConnection` hears of every connection that is made or lost.
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

/** Everything the window may have missed, told as if it had happened now. */
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
  /** The host served a page after it had not taken a connection. */
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
      Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures),
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
    // Nobody may be waiting for this attempt; whoever calls gets the rejection.
    opened.catch(() => undefined);
    return opened;
  }

  return {
    announce,
    onEvent: (listener) => void listeners.push(listener),
    async call(name: CallName, input: unknown) {
      const socket = await connection;
      // Between the end of a connection and the next attempt the old, open promise still stands.
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
