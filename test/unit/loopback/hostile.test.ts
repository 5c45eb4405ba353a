import { once } from 'node:events';
import { connect as connectSocket, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Serving, serve } from '../../../main/loopback/server.ts';
import { type FakeReader, fakeReader } from '../../electron/fake-reader.ts';
import { credentials, enter, openingPage, postCode } from '../../enter.ts';
import { temporaryFolder } from '../temporary.ts';

// What other programs and users of the machine may send to the open port.

let reader: FakeReader;
let serving: Serving;
let address: string;
let port: number;
const raw: Socket[] = [];

beforeEach(async () => {
  const folder = temporaryFolder();
  reader = fakeReader();
  serving = await serve({ reader, renderer: folder, folder: join(folder, 'browser') });
  address = new URL(serving.origin).host;
  port = Number(new URL(serving.origin).port);
});
afterEach(async () => {
  for (const socket of raw.splice(0)) socket.destroy();
  await serving.close();
});

/** A raw connection that records what it receives; errors of an aborted connection are no failure. */
async function bare(): Promise<{ socket: Socket; heard: () => Buffer; closed: Promise<unknown> }> {
  const socket = connectSocket(port, '127.0.0.1');
  raw.push(socket);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await Promise.race([once(socket, 'connect'), closed]);
  return { socket, heard: () => Buffer.concat(chunks), closed };
}

async function page(): Promise<{ ask(call: string, input: unknown): Promise<unknown>; send(text: string): void }> {
  const { key } = await enter(serving.url);
  const client = new WebSocket(`ws://${address}/reader`, await credentials(address, key), {
    origin: serving.origin,
  });
  await once(client, 'open');
  const answered = () => once(client, 'message').then(([data]) => JSON.parse(String(data)));
  return {
    send: (text) => client.send(text),
    ask(call, input) {
      const answer = answered();
      client.send(JSON.stringify({ id: 1, call, input }));
      return answer;
    },
  };
}

/** A connection that is a WebSocket already, for frames that no library sends. */
async function upgraded() {
  const { key } = await enter(serving.url);
  const [name, proof] = await credentials(address, key);
  const connection = await bare();
  const headers = [
    `Host: ${address}`,
    `Origin: ${serving.origin}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    `Sec-WebSocket-Protocol: ${name}, ${proof}`,
  ];
  connection.socket.write(`GET /reader HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
  await once(connection.socket, 'data');
  return connection;
}

test('a code is exchanged once; the second time leads to the page that says what to open', async () => {
  const { code } = openingPage(serving.url);
  const first = await postCode(address, code);
  expect(first.status).toBe(200);
  expect(first.headers.get('cache-control')).toBe('no-store');
  expect(first.headers.get('referrer-policy')).toBe('no-referrer');
  expect(first.headers.get('content-security-policy')).toMatch(/script-src 'sha256-[^']+'; .*connect-src 'none'/);
  expect(first.headers.get('set-cookie')).toBeNull();
  const second = await postCode(address, code);
  expect([second.status, second.headers.get('location')]).toEqual([303, '/']);
});

test.each(['http://attacker.invalid', 'http://127.0.0.1:1', 'https://127.0.0.1'])(
  'a page of %s cannot post a code',
  async (origin) => {
    const { code } = openingPage(serving.url);
    expect((await postCode(address, code, { origin })).status).toBe(403);
    expect((await postCode(address, code)).status).toBe(200);
  },
);

test.each([
  ['GET', '/enter'],
  ['PUT', '/enter'],
  ['POST', '/hello'],
  ['GET', '/hello'],
  ['GET', '/hello?nonce=short'],
  ['GET', `/hello?nonce=${'n'.repeat(65)}`],
])('%s %s gives nothing', async (method, path) => {
  const answer = await fetch(`${serving.origin}${path}`, { method });
  expect([400, 404, 405]).toContain(answer.status);
});

test('a name that was pointed at this machine (DNS rebinding) is answered nowhere', async () => {
  for (const path of ['/', '/enter', '/hello?nonce=0123456789abcdef']) {
    const { socket, heard, closed } = await bare();
    const method = path === '/enter' ? 'POST' : 'GET';
    socket.write(`${method} ${path} HTTP/1.1\r\nHost: attacker.invalid:${port}\r\nConnection: close\r\n\r\n`);
    await closed;
    expect(String(heard())).toMatch(/^HTTP\/1\.1 403 /);
  }
});

test('a form of more than 1,000 bytes is not read to its end', async () => {
  expect((await postCode(address, 'c'.repeat(2_000))).status).toBe(413);
});

test('whoever sends nothing, headers without end or a body without end is cut off', async () => {
  const connections = await Promise.all([bare(), bare(), bare()]);
  connections[1]?.socket.write(`GET / HTTP/1.1\r\nHost: ${address}\r\nX-Slow: `);
  connections[2]?.socket.write(
    `POST /enter HTTP/1.1\r\nHost: ${address}\r\nOrigin: null\r\nContent-Length: 500\r\n\r\ncode=`,
  );
  await Promise.all(connections.map(({ closed }) => closed));
  for (const { heard } of connections) expect(String(heard())).not.toContain('200 OK');
});

test('a thousand idle connections keep no window from being answered, and their number is bounded', async () => {
  const { ask } = await page();
  const idle = await Promise.all(Array.from({ length: 1_000 }, bare));
  expect(await ask('app.info', {})).toHaveProperty('ok');
  expect((await fetch(`${serving.origin}/hello?nonce=0123456789abcdef`)).status).toBe(200);
  const more = await Promise.all(Array.from({ length: 300 }, bare));
  await Promise.race(more.map(({ closed }) => closed));
  expect(idle.filter(({ socket }) => socket.destroyed)).toEqual([]);
  expect(await ask('app.info', {})).toHaveProperty('ok');
});

test('no more than 32 windows are connected', async () => {
  const { key } = await enter(serving.url);
  const protocols = await credentials(address, key);
  const open = () => new WebSocket(`ws://${address}/reader`, protocols, { origin: serving.origin });
  const clients = Array.from({ length: 32 }, open);
  await Promise.all(clients.map((client) => once(client, 'open')));
  const [error] = await once(open(), 'error');
  expect(String(error)).toContain('503');
  clients[0]?.close();
  await new Promise<void>((resolve) => serving.windows.onChange(resolve));
  await once(open(), 'open');
});

/** A masked text frame of a client with a mask of zeros. */
const frame = (first: number, payload: Buffer) =>
  Buffer.concat([Buffer.from([first, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
const huge = Buffer.from([0x81, 0x80 | 127, 0, 0, 0, 0, 0x06, 0x40, 0, 0, 0, 0, 0, 0]);

test.each([
  ['100 MB', huge, 1009],
  ['a length of 2^63', Buffer.from([0x81, 0x80 | 127, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 1009],
  ['no mask', Buffer.from([0x81, 1, 0x61]), 1002],
  ['an unknown opcode', frame(0x83, Buffer.from('a')), 1002],
  ['reserved bits', frame(0xf1, Buffer.from('a')), 1002],
  ['a continuation of nothing', frame(0x80, Buffer.from('a')), 1002],
  ['a ping in parts', frame(0x09, Buffer.from('a')), 1002],
  ['bytes that are no UTF-8', frame(0x81, Buffer.from([0xc3, 0x28])), 1007],
  ['bytes instead of text', frame(0x82, Buffer.from('nothing')), 1003],
])('a frame with %s ends its connection and no other', async (_what, bytes, code) => {
  const { ask } = await page();
  const { socket, heard, closed } = await upgraded();
  const before = heard().length;
  socket.write(bytes);
  // The host waits for the answer to its close frame; a client that is gone answers with its end.
  await once(socket, 'data');
  expect(heard().subarray(before, before + 4)).toEqual(Buffer.from([0x88, 2, code >> 8, code & 0xff]));
  socket.end();
  await closed;
  expect(await ask('app.info', {})).toHaveProperty('ok');
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', '__defineGetter__'])(
  'no call is named %s',
  async (name) => {
    const { ask } = await page();
    expect(await ask(name, {})).toMatchObject({ error: { message: `No such call: ${name}` } });
  },
);

test.each([
  ['settings.set', '{"theme":"dark","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'],
  ['list.window', '{"query":{"list":"all","__proto__":{"polluted":true}},"offset":0,"limit":1}'],
  ['status.mark', '{"ids":["__proto__"],"change":{"read":true,"__proto__":{"polluted":true}}}'],
])('keys of prototypes in the input of %s change nothing', async (call, input) => {
  const { ask, send } = await page();
  send(`{"id":2,"call":"${call}","input":${input},"__proto__":{"polluted":true}}`);
  await ask('app.info', {});
  expect({}).not.toHaveProperty('polluted');
  expect(JSON.stringify(reader.asked)).not.toContain('polluted');
});
