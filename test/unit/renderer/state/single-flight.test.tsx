import { expect, test } from 'vitest';
import { singleFlight } from '../../../../renderer/state/single-flight.ts';

/** A task whose runs the test ends. */
function manual() {
  const runs: { end(): void; fail(): void }[] = [];
  const run = singleFlight(() => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    runs.push({ end: resolve, fail: () => reject(new Error('no answer')) });
    return promise;
  });
  return { run, runs };
}

test('calls while the task runs share one more run after it', async () => {
  const { run, runs } = manual();
  const first = run();
  const others = [run(), run(), run()];
  expect(runs).toHaveLength(1);
  runs[0]?.end();
  await first;
  await Promise.resolve();
  runs[1]?.end();
  await Promise.all(others);
  expect(runs).toHaveLength(2);
});

test('a call resolves only when a run that began after it has ended', async () => {
  const { run, runs } = manual();
  void run();
  let isDone = false;
  const second = run().then(() => {
    isDone = true;
  });
  runs[0]?.end();
  await Promise.resolve();
  await new Promise(setImmediate);
  expect(isDone).toBe(false);
  runs[1]?.end();
  await second;
  expect(isDone).toBe(true);
});

test('a failed run rejects its caller and does not keep the next one from running', async () => {
  const { run, runs } = manual();
  const first = run();
  const second = run();
  runs[0]?.fail();
  await expect(first).rejects.toThrow('no answer');
  await new Promise(setImmediate);
  runs[1]?.end();
  await second;
  expect(runs).toHaveLength(2);
});
