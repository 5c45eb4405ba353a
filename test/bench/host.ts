import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { WebSocket } from 'ws';
import { clientOver } from '../../preload/contract/client.ts';
import type { ReaderClient } from '../../preload/contract/contract.ts';
import { hostEnv, hostFlags } from '../../scripts/host-env.mjs';
import { connectTo } from '../enter.ts';

export const root = join(import.meta.dirname, '../..');

/** A reader in a separate process, called over its WebSocket as by its window. */
export interface BenchHost extends ReaderClient {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts the built browser host and connects to it. */
export async function startHost(wires: string, data: string): Promise<BenchHost> {
  const flags = ['--wires', wires, '--data', data, '--port', '0', '--no-open'];
  const child = spawn(process.execPath, [...hostFlags, join(root, 'out/main/browser.js'), ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: hostEnv,
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
    ...over(socket),
    async stop() {
      socket.close();
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
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

/** Megabytes: current and peak memory of the process according to the kernel; undefined except on Linux. */
export function memoryOf(pid: number): { now: number; peak: number } | undefined {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return undefined;
  const status = readFileSync(path, 'utf8');
  const value = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return { now: value('VmRSS'), peak: value('VmHWM') };
}

/** Bytes the process has passed to `write` so far; undefined except on Linux. */
export function writtenBy(pid: number): number | undefined {
  const path = `/proc/${pid}/io`;
  return existsSync(path) ? Number(/^wchar:\s+(\d+)/m.exec(readFileSync(path, 'utf8'))?.[1] ?? 0) : undefined;
}
