import { once } from 'node:events';
import { beforeAll, expect, test } from 'vitest';
import { keepHeapsSmall, letGo } from '../../../main/threads/heaps.ts';
import { startThread } from '../../../main/threads/thread.ts';

beforeAll(keepHeapsSmall);

test('threads let go of what they need no more, also when several do so at once', async () => {
  const threads = Array.from({ length: 6 }, () => startThread(import.meta.url, 'let-go-thread', undefined));
  const answers = await Promise.all(threads.map((thread) => once(thread, 'message')));
  expect(answers).toEqual(threads.map(() => [true]));
});

test('so does the main thread', async () => {
  const held = new WeakRef({ text: 'x'.repeat(1_000) });
  // A weak reference keeps what it names until the turn it was made in is over.
  await new Promise((resolve) => setImmediate(resolve));
  letGo();
  expect(held.deref()).toBeUndefined();
});
