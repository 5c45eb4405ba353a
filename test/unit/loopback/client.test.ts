import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { type Serving, serve } from '../../../main/loopback/server.ts';
import { type Connection, connectLoopback, loopbackClient } from '../../../renderer/loopback.ts';
import { type FakeReader, fakeReader, row } from '../../electron/fake-reader.ts';

let folder: string;
let reader: FakeReader;
let serving: Serving;
let address: string;
const sockets: WebSocket[] = [];

/** A browser sends the page's origin by itself. */
class PageSocket extends WebSocket {
  constructor(target: string) {
    super(target, { origin: `http://${new URL(target).host}` });
    sockets.push(this);
    // In a browser a failed attempt is an event, never an exception.
    this.on('error', () => undefined);
  }
}

beforeEach(async () => {
  vi.stubGlobal('WebSocket', PageSocket);
  folder = await mkdtemp(join(tmpdir(), 'depesche-client-'));
  reader = fakeReader();
  serving = await serve({ reader, renderer: folder });
  const { host, hash } = new URL(serving.url);
  address = `ws://${host}/reader?token=${hash.slice(1)}`;
});
afterEach(async () => {
  await serving.close();
  await rm(folder, { recursive: true });
  sockets.length = 0;
  vi.unstubAllGlobals();
});

const page = { query: { list: 'all' }, offset: 0, limit: 5 } as const;

test('calls resolve with what the reader says, also several at once', async () => {
  reader.rows = [row({ id: 'one' })];
  const client = loopbackClient(address);
  const [list, options] = await Promise.all([client.call('list.window', page), client.call('settings.get', {})]);
  expect(list.rows.map((one) => one.id)).toEqual(['one']);
  expect(options).toEqual(reader.settings);
});

test('a failing call rejects with the reason', async () => {
  await expect(loopbackClient(address).call('article.get', { id: 'broken' })).rejects.toThrow('damaged');
});

test('names outside the contract are refused before anything is sent', async () => {
  const client = loopbackClient(address);
  await expect(client.call('toString' as never, {} as never)).rejects.toThrow('No such call');
  expect(() => client.on('toString' as never, () => undefined)).toThrow('No such event');
});

test('events reach their listeners until they unsubscribe', async () => {
  const client = loopbackClient(address);
  const heard = vi.fn();
  const stop = client.on('library.changed', heard);
  await client.call('app.info', {});
  reader.announce('library.changed', { generation: 1 });
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ generation: 1 }));
  stop();
  reader.announce('library.changed', { generation: 2 });
  await client.call('app.info', {});
  expect(heard).toHaveBeenCalledTimes(1);
});

test('when the connection breaks, pending calls reject, and it comes back with what was missed', async () => {
  const never = new Promise<never>(() => undefined);
  const stuck: FakeReader = { ...reader, handlers: { ...reader.handlers, 'saved.order': () => never } };
  await serving.close();
  serving = await serve({ reader: stuck, renderer: folder, port: Number(new URL(serving.url).port) });
  const token = new URL(serving.url).hash.slice(1);
  const connections: Connection[] = [];
  const client = loopbackClient(address.replace(/=.*/, `=${token}`), (connection) => connections.push(connection));
  const missed = vi.fn();
  client.on('library.changed', missed);
  await client.call('app.info', {});

  const pending = client.call('saved.order', { ids: [] });
  sockets.at(-1)?.terminate();
  await expect(pending).rejects.toThrow('cannot be reached');
  await expect(client.call('app.info', {})).rejects.toThrow('cannot be reached');
  await vi.waitFor(() => expect(connections).toEqual(['open', 'lost']));
  await vi.waitFor(() => expect(missed).toHaveBeenCalledWith({ generation: 7 }), 3_000);
  await expect(client.call('app.info', {})).resolves.toMatchObject({ host: 'browser' });
  expect(connections).toEqual(['open', 'lost', 'open']);
});

test('a host that was started anew does not take the old key, and the page hears so', async () => {
  const heard: Connection[] = [];
  const client = loopbackClient(address, (connection) => heard.push(connection));
  await client.call('app.info', {});
  const port = Number(new URL(serving.url).port);
  await serving.close();
  serving = await serve({ reader, renderer: folder, port });
  await vi.waitFor(() => expect(heard.at(-1)).toBe('refused'), 8_000);
  expect(heard.slice(0, 2)).toEqual(['open', 'lost']);
});

test('the token leaves the address bar and survives a reload', async () => {
  const { host, hash } = new URL(serving.url);
  const kept = new Map<string, string>();
  const replaceState = vi.fn();
  vi.stubGlobal('history', { replaceState });
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal('location', { host, hash, pathname: '/', search: '' });
  await connectLoopback(() => undefined).call('app.info', {});
  expect(replaceState).toHaveBeenCalledWith(null, '', '/');
  vi.stubGlobal('location', { host, hash: '', pathname: '/', search: '' });
  await expect(connectLoopback(() => undefined).call('app.info', {})).resolves.toBeTruthy();
});
