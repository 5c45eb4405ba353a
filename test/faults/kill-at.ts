import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync, StatementSync } from 'node:sqlite';

/**
 * Loaded before a program (`node --import`): kills it with SIGKILL at call number DEPESCHE_KILL_AT of those that change the
 * disk, counted in each thread. A write is half done by then.
 */
const at = Number(process.env.DEPESCHE_KILL_AT);
let calls = 0;

function die(): void {
  process.kill(process.pid, 'SIGKILL');
  // The signal arrives within the call; nothing after it may run.
  for (;;);
}

function count(owner: object, name: string): void {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== 'function') throw new Error(`no ${name}`);
  Reflect.set(owner, name, function counted(this: unknown, ...args: unknown[]): unknown {
    calls += 1;
    if (calls === at) {
      const [file, bytes] = args;
      if (name === 'writeSync' && Buffer.isBuffer(bytes))
        Reflect.apply(original, this, [file, bytes.subarray(0, bytes.length / 2)]);
      die();
    }
    return Reflect.apply(original, this, args);
  });
}

const CALLS = `writeSync openSync closeSync renameSync rename fsyncSync fdatasyncSync fdatasync ftruncateSync truncateSync linkSync
  copyFileSync mkdirSync rmSync unlinkSync writeFileSync appendFileSync`;
for (const name of CALLS.split(/\s+/)) count(fs, name);
count(DatabaseSync.prototype, 'exec');
count(StatementSync.prototype, 'run');
syncBuiltinESMExports();
