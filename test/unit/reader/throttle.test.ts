import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { throttle } from '../../../main/reader/throttle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first call runs at once, a burst after it runs once', () => {
  const run = vi.fn();
  const { call } = throttle(300, run);
  for (let at = 0; at < 10; at++) call();
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(300);
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(3_000);
  expect(run).toHaveBeenCalledTimes(2);
});

test('ten calls a second run three or four times', () => {
  const run = vi.fn();
  const { call } = throttle(300, run);
  for (let at = 0; at < 10; at++) {
    call();
    vi.advanceTimersByTime(100);
  }
  expect(run.mock.calls.length).toBeLessThanOrEqual(4);
  expect(run.mock.calls.length).toBeGreaterThanOrEqual(3);
});

test('after the end nothing runs any more', () => {
  const run = vi.fn();
  const { call, stop } = throttle(300, run);
  call();
  call();
  stop();
  vi.advanceTimersByTime(1_000);
  expect(run).toHaveBeenCalledTimes(1);
});
