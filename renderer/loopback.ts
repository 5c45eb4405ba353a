import { clientOver, type Transport } from '../preload/contract/client.ts';
import type { CallName, ReaderClient } from '../preload/contract/contract.ts';
import { Greeting, hostProof, KEY_ITEM, pageProof, SUBPROTOCOL } from '../preload/contract/handshake.ts';
import { Announcement, Reply, type Request } from '../preload/contract/transport.ts';

const FIRST_RETRY_MS = 250;
const MAX_RETRY_MS = 10_000;

/** `refused`: somebody answers who does not have this page's key: the host started with another one, or it is not the host. */
export type Connection = 'open' | 'lost' | 'refused';

const keyOfPage = (): string | null => sessionStorage.getItem(KEY_ITEM) ?? localStorage.getItem(KEY_ITEM);

/** True when this page holds a key: without one the host answers nothing. */
export const hasKey = (): boolean => keyOfPage() !== null;

/** A client for a page in a browser: it talks to the host that served the page. */
export const connectLoopback = (onConnection: (connection: Connection) => void): ReaderClient =>
  loopbackClient(location.host, keyOfPage() ?? '', onConnection);

/**
 * A client of the host at `address` (`127.0.0.1:PORT`) that reconnects by itself. A call without a connection rejects; calls made
 * during the very first attempt wait for it. After a reconnect the client emits the events that may have been missed.
 * `onConnection` is called whenever the connection is made or lost.
 */
export function loopbackClient(
  address: string,
  key: string,
  onConnection: (connection: Connection) => void = () => undefined,
): ReaderClient {
  const socket = socketTransport(address, key, (connection, again) => {
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
  key: string,
  onConnection: (connection: Connection, again: boolean) => void,
): SocketTransport {
  const waiting = new Map<number, Waiting>();
  const listeners: ((name: unknown, data: unknown) => void)[] = [];
  let lastId = 0;
  let failures = 0;
  let wasOpen = false;
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

  function lost(how: 'lost' | 'refused'): Error {
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
    onConnection(how, false);
    return reason;
  }

  function connect(): Promise<WebSocket> {
    const opened = open();
    // There may be no call waiting for this attempt; calls that do wait get the rejection.
    opened.catch(() => undefined);
    return opened;
  }

  async function open(): Promise<WebSocket> {
    const greeting = await greetingOf(address, key).catch(() => undefined);
    if (greeting === undefined) throw lost('lost');
    if (greeting === 'foreign') throw lost('refused');
    const protocols = [SUBPROTOCOL, await pageProof(key, address, greeting.run)];
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://${address}/reader`, protocols);
      socket.addEventListener('open', () => {
        failures = 0;
        resolve(socket);
        onConnection('open', wasOpen);
        wasOpen = true;
      });
      socket.addEventListener('message', (message) => receive(String(message.data)));
      socket.addEventListener('close', () => reject(lost('lost')));
    });
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

/** What the host at `address` says; 'foreign' when it cannot prove that it has this key. Rejects when nobody answers. */
async function greetingOf(address: string, key: string): Promise<Greeting | 'foreign'> {
  const nonce = crypto.randomUUID();
  const response = await fetch(`http://${address}/hello?nonce=${nonce}`);
  const greeting = Greeting.safeParse(await response.json().catch(() => undefined));
  if (!greeting.success) return 'foreign';
  const { run, proof } = greeting.data;
  return proof === (await hostProof(key, address, run, nonce)) ? greeting.data : 'foreign';
}
