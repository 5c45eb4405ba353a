import { expect, test } from 'vitest';
import { visibleBounds } from '../../main/desktop/bounds.ts';
import { lastReceived, worthTelling } from '../../main/desktop/news.ts';
import { row } from './fake-reader.ts';

const look = { notify: 'all', since: '2026-03-01T10:00:00Z', now: '2026-03-01T10:05:00Z' } as const;
const fresh = { publishedAt: '2026-03-01T11:00:00+01:00', receivedAt: '2026-03-01T10:01:00Z' };
const told = (change: object, as: Partial<Parameters<typeof worthTelling>[1]> = {}) =>
  worthTelling([row({ id: 'one', ...fresh, ...change })], { ...look, ...as }).length === 1;

test('notifications follow the setting', () => {
  expect(told({})).toBe(true);
  expect(told({}, { notify: 'urgent' })).toBe(false);
  expect(told({}, { notify: 'none' })).toBe(false);
  // It raises an alarm, which has a notification of its own.
  expect(told({ urgency: 2 })).toBe(false);
});

test.each(['embargoed', 'withheld', 'killed'] as const)('%s is never notified', (status) => {
  expect(told({ status })).toBe(false);
});

test('an embargo in force is respected, one that is over is not', () => {
  expect(told({ embargoUntil: '2026-03-01T12:00:00+01:00' })).toBe(false);
  expect(told({ embargoUntil: '2026-03-01T11:04:00+01:00' })).toBe(true);
});

test('seen, read and archived dispatches are not news', () => {
  expect(told({ receivedAt: '2026-03-01T10:00:00Z' })).toBe(false);
  expect(told({ read: true })).toBe(false);
  expect(told({ publishedAt: '2026-02-28T09:00:00Z' })).toBe(false);
});

test('times are compared as moments, not as text', () => {
  const rows = [row({ id: 'one', receivedAt: '2026-03-01T11:30:00+01:00' })];
  expect(lastReceived(rows, '2026-03-01T10:45:00Z')).toBe('2026-03-01T10:45:00Z');
  expect(lastReceived(rows, '2026-03-01T10:15:00Z')).toBe('2026-03-01T11:30:00+01:00');
});

const display = { x: 0, y: 0, width: 1_920, height: 1_080 };

test('a window stays where it was when it can be seen there', () => {
  const bounds = { x: 100, y: 50, width: 900, height: 700 };
  expect(visibleBounds(bounds, [display])).toEqual(bounds);
});

test('a window is drawn onto the display it touches, and made no larger', () => {
  const bounds = { x: -300, y: 900, width: 900, height: 700 };
  expect(visibleBounds(bounds, [display])).toEqual({ x: 0, y: 380, width: 900, height: 700 });
  const huge = { x: 10, y: 10, width: 4_000, height: 3_000 };
  expect(visibleBounds(huge, [display])).toEqual(display);
});

test('a window of a disconnected display starts with default bounds', () => {
  expect(visibleBounds({ x: 2_500, y: 0, width: 900, height: 700 }, [display])).toBeUndefined();
});
