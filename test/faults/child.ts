import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Acknowledged } from './desk.ts';

/** Longer than anything takes on a slow machine: what takes longer hangs. */
const LONGEST_MS = 120_000;

const root = join(import.meta.dirname, '../..');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

interface How {
  readonly env?: Readonly<Record<string, string>>;
  /** A file beside this one that is loaded first. */
  readonly preload?: string;
  /** A user of the system, by number. */
  readonly uid?: number;
  /** The most open files. */
  readonly files?: number;
}

export interface Child {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts a program of this repository from source. */
function start(script: string, args: readonly string[], { env = {}, preload, uid, files }: How = {}): Child {
  // The flag: see vitest.config.ts.
  const flags = ['--wasm-wrapper-tiering-budget=1000000000', '--disable-warning=ExperimentalWarning'];
  if (preload !== undefined) flags.push('--import', join(import.meta.dirname, preload));
  const command = [process.execPath, ...flags, join(root, script), ...args];
  const limited = files === undefined ? command : ['sh', '-c', `ulimit -n ${files}; exec "$@"`, 'sh', ...command];
  const [program = '', ...rest] = limited;
  const child = spawn(program, rest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let out = '';
  let errors = '';
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    errors += text;
  });
  let isHanging = false;
  const limit = setTimeout(() => {
    isHanging = true;
    child.kill('SIGKILL');
  }, LONGEST_MS);
  const ended = once(child, 'close').then(([code]): Ended => {
    clearTimeout(limit);
    if (isHanging) throw new Error(`hangs: ${script} ${args.join(' ')}: ${errors}`);
    return { code: typeof code === 'number' ? code : null, out, errors };
  });
  return { process: child, ended };
}

export const importing = (wires: string, data: string, how?: How): Child =>
  start('main/cli.ts', ['import', '--wires', wires, '--data', data], how);

/** Imports, and throws unless that succeeds. */
export async function imported(wires: string, data: string, how?: How): Promise<void> {
  const { code, errors } = await importing(wires, data, how).ended;
  if (code !== 0) throw new Error(`import ended with ${code}: ${errors}`);
}

/** What a desk (desk.ts) has printed; a line that was cut short does not count. */
export const acknowledgedIn = ({ out }: Ended): Acknowledged[] =>
  out
    .slice(0, out.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

export const desk = (data: string, from: number, count: number, how?: How): Child =>
  start('test/faults/desk.ts', ['--data', data, '--from', String(from), '--count', String(count)], how);
