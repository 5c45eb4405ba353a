import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const NETWORK =
  /['"](?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?['"]|from ['"]pg['"]|\bimport\(['"](?:http|electron-updater)|\bfetch\([`'"]|\bnew (?:XMLHttpRequest|WebSocket|EventSource)\b|\bsendBeacon\(/;

const sources = ['main', 'preload', 'renderer'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${room}/${name.replaceAll('\\', '/')}`),
);

test('only the browser host, its page, sharing and updates open a connection', () => {
  const connecting = sources.filter((path) => NETWORK.test(readFileSync(join(root, path), 'utf8')));
  expect(connecting.sort()).toEqual([
    'main/desktop/electron-updater.ts',
    'main/loopback/server.ts',
    'main/loopback/sockets.ts',
    'main/sharing/connect.ts',
    'renderer/loopback.ts',
  ]);
});
