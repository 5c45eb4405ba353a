import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { WebSocket } from 'ws';
import { clientOver } from '../../preload/contract/client.ts';
import type { ReaderClient } from '../../preload/contract/contract.ts';
import { hostEnv, hostFlags } from '../../scripts/host-env.mjs';
import { connectTo } from '../enter.ts';

export const root = join(import.meta.dirname, '../..');

const OF_DEBUGGER = /^(Debugger (listening|attached|ending)|For help, see:|Waiting for the debugger)/;

/** A reader in a separate process, called over its WebSocket as by its window. */
export interface BenchHost extends ReaderClient {
  readonly url: string;
  readonly pid: number;
  /** Where its debugger listens once it is asked to (isolates.ts). */
  readonly debugPort: number;
  stop(): Promise<void>;
  /** As when the power fails, but for what the disk holds. */
  kill(): Promise<void>;
}

/** Starts the built browser host and connects to it. */
export async function startHost(wires: string, data: string): Promise<BenchHost> {
  const flags = ['--wires', wires, '--data', data, '--port', '0', '--no-open'];
  const debugPort = await freePort();
  const program = [...hostFlags, `--inspect-port=${debugPort}`, join(root, 'out/main/browser.js')];
  const child = spawn(process.execPath, [...program, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: hostEnv,
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!OF_DEBUGGER.test(line)) console.error(line);
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('listening ')) resolve(line.slice('listening '.length));
    });
  });
  const socket = await connectTo(url);
  await once(socket, 'open');
  return {
    url,
    pid: child.pid ?? 0,
    debugPort,
    ...over(socket),
    async stop() {
      socket.close();
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      socket.terminate();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function over(socket: WebSocket): ReaderClient {
  const waiting = new Map<number, (answer: unknown) => void>();
  let lastId = 0;
  return clientOver({
    call: (call, input) =>
      new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        socket.send(JSON.stringify({ id: lastId, call, input }));
      }),
    onEvent: (listener) =>
      socket.on('message', (raw) => {
        const message = JSON.parse(String(raw));
        if ('event' in message) listener(message.event, message.data);
        else waiting.get(message.id)?.(message);
        waiting.delete(message.id);
      }),
  });
}
