import { expect, test } from 'vitest';
import { WaitingFiles } from '../../../main/inbox/waiting.ts';

const files = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => ({
    path: `${String((i * 7) % (to - from))}-${from}.txt`,
    mtime: from + i,
  }));

test('files are taken newest first, each of them once, and counted', () => {
  const waiting = new WaitingFiles();
  waiting.add(files(0, 1_000));
  expect(waiting.size).toBe(1_000);
  const taken = [...waiting.take(40), ...waiting.take(40)];
  expect(waiting.size).toBe(920);
  while (waiting.size > 0) taken.push(...waiting.take(300));
  expect(taken.map(({ mtime }) => mtime)).toEqual(Array.from({ length: 1_000 }, (_, i) => 999 - i));
  expect(new Set(taken.map(({ path }) => path)).size).toBe(1_000);
  waiting.close();
});

test('what comes meanwhile waits for a few hundred at the most', () => {
  const waiting = new WaitingFiles();
  waiting.add(files(0, 5_000));
  waiting.take(40);
  waiting.add([{ path: 'eben.txt', mtime: 10_000 }]);
  const next = Array.from({ length: 10 }, () => waiting.take(40)).flat();
  expect(next.map(({ path }) => path)).toContain('eben.txt');
  expect(waiting.size).toBe(5_001 - 440);
  waiting.close();
});

test('a file that waits already waits once, with its new time', () => {
  const waiting = new WaitingFiles();
  waiting.add(files(0, 1_000));
  const [next] = waiting.take(1);
  waiting.add(files(0, 1_000).filter(({ path }) => path !== next?.path));
  expect(waiting.size).toBe(999);
  waiting.add([{ path: '0-0.txt', mtime: 10_000 }]);
  const rest: number[] = [];
  while (waiting.size > 0) rest.push(...waiting.take(40).map(({ mtime }) => mtime));
  expect(rest).toHaveLength(999);
  expect(rest.indexOf(10_000)).toBeLessThan(500);
  waiting.close();
});
