import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

const module = new URL('../../../main/threads/give-way.ts', import.meta.url).href;

test.skipIf(process.platform !== 'linux')('a thread that gives way is nicer than its process', async () => {
  const code = `import(${JSON.stringify(module)}).then(({ giveWay }) => {
    giveWay(7);
    require('node:worker_threads').parentPort.on('message', () => {}).postMessage('ready');
  });`;
  const thread = new Worker(code, { eval: true });
  await once(thread, 'message');
  // proc_pid_stat(5): the 19th field is the nice value, counted behind the name in brackets.
  const nice = readdirSync('/proc/self/task').map((id) =>
    Number(
      readFileSync(`/proc/self/task/${id}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[16],
    ),
  );
  expect(nice).toContain(7);
  expect(nice.filter((value) => value !== 7).length).toBeGreaterThan(0);
  await thread.terminate();
});
