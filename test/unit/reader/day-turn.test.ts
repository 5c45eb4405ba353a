import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DayTurn } from '../../../main/reader/day-turn.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date(2025, 10, 10, 23, 58) }));
afterEach(() => void vi.useRealTimers());

test('midnight is told once, within half a minute', () => {
  const turned = vi.fn();
  const days = new DayTurn(turned);
  vi.advanceTimersByTime(119_000);
  expect(turned).not.toHaveBeenCalled();
  vi.advanceTimersByTime(31_000);
  expect(turned).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(23 * 3_600_000);
  expect(turned).toHaveBeenCalledTimes(1);
  days.stop();
});

test('a machine that slept over midnight hears of it when it wakes', () => {
  const turned = vi.fn();
  const days = new DayTurn(turned);
  vi.setSystemTime(new Date(2025, 10, 11, 7, 30));
  vi.advanceTimersByTime(20_000);
  expect(turned).toHaveBeenCalledTimes(1);
  days.stop();
});

test('nothing is told once it is stopped', () => {
  const turned = vi.fn();
  new DayTurn(turned).stop();
  vi.advanceTimersByTime(3_600_000);
  expect(turned).not.toHaveBeenCalled();
});
