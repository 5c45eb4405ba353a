import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { type Serving, serve } from '../../../main/loopback/server.ts';
import { KEY_ITEM } from '../../../preload/contract/handshake.ts';
import { type Connection, connectLoopback, hasKey, loopbackClient } from '../../../renderer/loopback.ts';
import { type FakeReader, fakeReader, row } from '../../electron/fake-reader.ts';
import { enter } from '../../enter.ts';

let folder: string;
let reader: FakeReader;
let serving: Serving;
let address: string;
let key: string;
const sockets: WebSocket[] = [];

/** A browser sends the page's origin by itself. */
class PageSocket extends WebSocket {
  constructor(target: string, protocols: string[]) {
    super(target, protocols, { origin: `http://${new URL(target).host}` });
    sockets.push(this);
    // In a browser a failed attempt is an event, never an exception.
    this.on('error', () => undefined);
  }
}

beforeEach(async () => {
  vi.stubGlobal('WebSocket', PageSocket);
  folder = await mkdtemp(join(tmpdir(), 'depesche-client-'));
  reader = fakeReader();
  serving = await serve({ reader, renderer: folder, folder: join(folder, 'browser') });
  ({ address, key } = await enter(serving.url));
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
  const client = loopbackClient(address, key);
  const [list, options] = await Promise.all([client.call('list.window', page), client.call('settings.get', {})]);
  expect(list.rows.map((one) => one.id)).toEqual(['one']);
  expect(options).toEqual(reader.settings);
});

test('a failing call rejects with the reason', async () => {
  await expect(loopbackClient(address, key).call('article.get', { id: 'broken' })).rejects.toThrow('damaged');
});

test('names outside the contract are refused before anything is sent', async () => {
  const client = loopbackClient(address, key);
  await expect(client.call('toString' as never, {} as never)).rejects.toThrow('No such call');
  expect(() => client.on('toString' as never, () => undefined)).toThrow('No such event');
});

test('events reach their listeners until they unsubscribe', async () => {
  const client = loopbackClient(address, key);
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
  serving = await serve({ reader: stuck, renderer: folder, folder: join(folder, 'browser') });
  const connections: Connection[] = [];
  const client = loopbackClient(address, key, (connection) => connections.push(connection));
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

test('a host with another key is not taken for the one of before, and the page hears so', async () => {
  const heard: Connection[] = [];
  const client = loopbackClient(address, key, (connection) => heard.push(connection));
  await client.call('app.info', {});
  await serving.close();
  const port = Number(new URL(serving.origin).port);
  serving = await serve({ reader, renderer: folder, folder: join(folder, 'another'), port });
  await vi.waitFor(() => expect(heard.at(-1)).toBe('refused'), 8_000);
  expect(heard.slice(0, 2)).toEqual(['open', 'lost']);
});

test('a page finds its host again after that has restarted on the same data', async () => {
  const heard: Connection[] = [];
  const client = loopbackClient(address, key, (connection) => heard.push(connection));
  await client.call('app.info', {});
  await serving.close();
  serving = await serve({ reader, renderer: folder, folder: join(folder, 'browser') });
  await vi.waitFor(() => expect(heard).toEqual(['open', 'lost', 'open']), 8_000);
  await expect(client.call('app.info', {})).resolves.toMatchObject({ host: 'browser' });
});

test('whoever takes the port of a host that has ended hears neither key nor calls', async () => {
  const heard: Connection[] = [];
  const client = loopbackClient(address, key, (connection) => heard.push(connection));
  await client.call('app.info', {});
  await serving.close();
  const requests: string[] = [];
  const squatter = createServer((request, response) => {
    requests.push(`${request.url}\n${JSON.stringify(request.headers)}`);
    response.end(JSON.stringify({ run: 'r'.repeat(32), proof: '0'.repeat(64) }));
  });
  squatter.on('upgrade', (_request, socket) => {
    requests.push('upgrade');
    socket.destroy();
  });
  await new Promise<void>((resolve) =>
    squatter.listen(Number(new URL(serving.origin).port), '127.0.0.1', () => resolve()),
  );
  await vi.waitFor(() => expect(heard.at(-1)).toBe('refused'), 8_000);
  await expect(client.call('app.info', {})).rejects.toThrow('cannot be reached');
  expect(requests.join()).toContain('/hello?nonce=');
  expect(requests.join()).not.toContain(key);
  expect(requests).not.toContain('upgrade');
  squatter.closeAllConnections();
  squatter.close();
  serving = await serve({ reader, renderer: folder, folder: join(folder, 'browser') });
});

test('the key of the tab is used, and survives a reload', async () => {
  vi.stubGlobal('sessionStorage', { getItem: (item: string) => (item === KEY_ITEM ? key : null) });
  vi.stubGlobal('location', { host: address });
  expect(hasKey()).toBe(true);
  for (const _load of ['first', 'second'])
    await expect(connectLoopback(() => undefined).call('app.info', {})).resolves.toBeTruthy();
});
