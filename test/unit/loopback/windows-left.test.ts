import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { windowsLeft } from '../../../main/loopback/windows-left.ts';

let count = 0;
let changed = () => {};
let end = () => {};
let left = false;

const connected = (now: number) => {
  count = now;
  changed();
};

beforeEach(() => {
  vi.useFakeTimers();
  count = 0;
  left = false;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const windows = {
    count: () => count,
    onChange: (listener: () => void) => {
      changed = listener;
    },
  };
  void windowsLeft(windows, ended).then(() => {
    left = true;
  });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a closed window is noticed soon after its browser has ended', async () => {
  connected(1);
  end();
  connected(0);
  await vi.advanceTimersByTimeAsync(300);
  expect(left).toBe(true);
});

test('a reload is no farewell', async () => {
  connected(1);
  connected(0);
  await vi.advanceTimersByTimeAsync(1_000);
  connected(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(left).toBe(false);
});

test('a browser that outlives its window does not keep the host', async () => {
  connected(1);
  connected(0);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(left).toBe(true);
});

test('a window handed over to a running browser keeps the host until it goes', async () => {
  end();
  await vi.advanceTimersByTimeAsync(1_000);
  connected(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(left).toBe(false);
  connected(0);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(left).toBe(true);
});

test('a browser that never came up leaves the host serving', async () => {
  end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(left).toBe(false);
});
