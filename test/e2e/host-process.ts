import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openingPage } from '../enter.ts';

const root = join(import.meta.dirname, '../..');

export interface HostProcess {
  /** The page that opens the reader, as the host prints it. */
  readonly url: string;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Starts the built browser host, or another `program` that is one, on these folders. Rejects when it ends before it listens. */
export async function startHost(
  wires: string | readonly string[],
  data: string,
  program = [join(root, 'out/main/browser.js')],
  port = 0,
): Promise<HostProcess> {
  const flags = [
    ...[wires].flat().flatMap((folder) => ['--wires', folder]),
    '--data',
    data,
    '--port',
    String(port),
    '--no-open',
  ];
  const child = spawn(process.execPath, [...program, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await address(child);
  return {
    url,
    origin: `http://${openingPage(url).address}`,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`The host ended before it listened: ${code ?? signal}`)));
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('listening ')) resolve(line.slice('listening '.length));
    });
  });
}
