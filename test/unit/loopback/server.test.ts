import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Serving, serve } from '../../../main/loopback/server.ts';
import { type FakeReader, fakeReader } from '../../electron/fake-reader.ts';
import { credentials, enter } from '../../enter.ts';

let folder: string;
let reader: FakeReader;
let serving: Serving;
let port: number;
let key: string;
/** What a page with the key sends to connect. */
let protocols: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'depesche-pages-'));
  await mkdir(join(folder, 'page'));
  await writeFile(join(folder, 'page/index.html'), '<title>Invented page</title>');
  await writeFile(join(folder, 'secret.txt'), 'not for the page');
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  reader = fakeReader();
  serving = await serve({ reader, renderer: join(folder, 'page'), folder: join(folder, 'browser') });
  const entered = await enter(serving.url);
  key = entered.key;
  port = Number(new URL(serving.origin).port);
  protocols = await credentials(entered.address, key);
});
afterEach(() => serving.close());

/** A raw GET, because fetch neither sends a foreign Host header nor a path with dots. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (ok, no) => {
      request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        let body = '';
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('end', () => ok({ status: response.statusCode, headers: response.headers, body }));
      })
        .on('error', no)
        .end();
    },
  );
}

const own = () => `http://127.0.0.1:${port}`;
const socket = (given: string[], origin = own(), headers: Record<string, string> = {}, path = '/reader') =>
  new WebSocket(`ws://127.0.0.1:${port}${path}`, given, { origin, headers });
const connect = () => opened(socket(protocols));
const opened = (client: WebSocket) =>
  new Promise<WebSocket>((ok, no) => client.once('open', () => ok(client)).once('error', no));
const message = (client: WebSocket) =>
  new Promise<unknown>((ok) => client.once('message', (data) => ok(JSON.parse(String(data)))));

test('the page comes with a policy that allows only itself and its own socket', async () => {
  const { status, headers, body } = await get('/');
  expect(status).toBe(200);
  expect(body).toContain('Invented page');
  expect(headers['content-type']).toMatch(/^text\/html/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${port};`);
  expect(policy).not.toContain('unsafe');
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/%2e%2e%2fsecret.txt',
  '/%252e%252e/secret.txt',
  '/..;/secret.txt',
  '/%c0%ae%c0%ae/secret.txt',
  '/assets/../../secret.txt',
  '/..%00/secret.txt',
  '/secret.txt%00.html',
  '/file:///etc/passwd',
  '/C:/secret.txt',
  '/%00',
  '/%zz',
  '//etc/passwd',
])('nothing outside the page is served: %s', async (path) => {
  const { status, body } = await get(path);
  expect([400, 404]).toContain(status);
  expect(body).not.toContain('not for the page');
});

test('a foreign Host header, another method and an unknown page are refused', async () => {
  expect((await get('/', { host: 'attacker.invalid' })).status).toBe(403);
  expect((await get('/', { host: `localhost:${port}` })).status).toBe(403);
  expect((await get('/', {}, 'POST')).status).toBe(405);
  expect((await get('/nothing.js')).status).toBe(404);
});

const otherLast = (text: string) => text.replace(/.$/, (last) => (last === '0' ? '1' : '0'));

test.each<[string, () => WebSocket]>([
  ['a wrong proof', () => socket(['depesche', otherLast(protocols[1] ?? '')])],
  ['no proof', () => socket(['depesche'])],
  ['the key instead of a proof', () => socket(['depesche', key])],
  ['a proof in the address', () => socket([], own(), {}, `/reader?proof=${protocols[1]}`)],
  ['a foreign origin', () => socket(protocols, 'http://attacker.invalid')],
  ['a page of another port', () => socket(protocols, 'http://127.0.0.1:1')],
  ['a page of the disk', () => socket(protocols, 'null')],
  ['another path', () => socket(protocols, own(), {}, '/other')],
  ['a foreign host', () => socket(protocols, own(), { host: 'attacker.invalid' })],
])('no connection with %s', async (_what, attempt) => {
  await expect(opened(attempt())).rejects.toThrow('403');
});

test('a call is answered under its id, with the input as the contract reads it', async () => {
  const client = await connect();
  client.send(
    JSON.stringify({ id: 4, call: 'list.window', input: { query: { list: 'all' }, offset: 0, limit: 5, extra: 1 } }),
  );
  expect(await message(client)).toEqual({ id: 4, ok: { generation: 7, total: 0, offset: 0, rows: [] } });
  expect(reader.asked).toEqual([['list.window', { query: { list: 'all', order: 'newest' }, offset: 0, limit: 5 }]]);
});

test.each([
  ['an unknown call', 'constructor', {}, /No such call/],
  ['a wrong input', 'article.get', { id: 5 }, /asked wrongly/],
  ['a failing handler', 'article.get', { id: 'broken' }, /day file is damaged/],
])('%s is answered with its reason', async (_what, call, input, reason) => {
  const client = await connect();
  client.send(JSON.stringify({ id: 1, call, input }));
  expect(await message(client)).toMatchObject({ id: 1, error: { message: expect.stringMatching(reason) } });
});

test('every window hears every event', async () => {
  const clients = await Promise.all([connect(), connect()]);
  const heard = Promise.all(clients.map(message));
  reader.announce('library.changed', { generation: 42 });
  const expected = { event: 'library.changed', data: { generation: 42 } };
  expect(await heard).toEqual([expected, expected]);
});

test.each(['no json', '{"id":-1}', '[]'])('a message that is no request ends the connection: %s', async (text) => {
  const client = await connect();
  const closed = new Promise((ok) => client.once('close', ok));
  client.send(text);
  expect(await closed).toBe(1003);
});

test('a message beyond 20 MB ends the connection', async () => {
  const client = await connect();
  const closed = new Promise((ok) => client.once('close', ok));
  client.on('error', () => undefined);
  client.send('x'.repeat(20 * 1024 * 1024 + 1));
  expect(await closed).toBe(1009);
});

test('closing ends the connections and the subscriptions', async () => {
  const client = await connect();
  const closed = new Promise((ok) => client.once('close', ok));
  await serving.close();
  await closed;
  expect(reader.subscribers()).toBe(0);
  await expect(get('/')).rejects.toThrow();
  serving = await serve({ reader, renderer: folder, folder: join(folder, 'browser') });
});
