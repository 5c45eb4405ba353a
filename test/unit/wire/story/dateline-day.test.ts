import { expect, test } from 'vitest';
import { readWire } from '../../../../main/wire/read.ts';
import { onlyOf, RECEIVED } from '../reading.ts';

const text = (dateline: string) => `Crane moves in Sandau\n\n${dateline} The crane has moved.\n\nIt stands again.\n`;
const publishedAt = (dateline: string): string => new Date(onlyOf(text(dateline)).publishedAt).toISOString();

test.each([
  ['SANDAU, Texas, Feb. 1, 2017 /PRNewswire/ --', '2017-02-01'],
  ['SANDAU, March 14, 2026 (AFP) -', '2026-03-14'],
  ['Sandau, 14. März 2026.', '2026-03-14'],
  ['Sandau, 14.03.2026 (dpa) -', '2026-03-14'],
  ['Lisboa, 27 out 2026 (Lusa) -', '2026-10-27'],
  ['SANDAU, Nov 18 AAP -', '2026-11-18'],
  ['Madrid, 12 nov (EFE).-', '2026-11-12'],
])('without another time, %s is its day', (dateline, day) => {
  const dispatch = onlyOf(text(dateline));
  expect(Math.abs(Date.parse(dispatch.publishedAt) - Date.parse(day))).toBeLessThan(14 * 60 * 60 * 1000);
  expect(dispatch.publishedRaw).toBeDefined();
  expect(dispatch.file.warnings.map(({ code }) => code)).not.toContain('time.missing');
});

test.each([
  ['the day it was received', 'SANDAU, Nov. 22, 2026 (AFP) -'],
  ['a day just before', 'SANDAU, Nov. 20, 2026 (AFP) -'],
  ['a later one', 'SANDAU, Nov. 25, 2026 (AFP) -'],
  ['a day without a year, longer ago than a month', 'SANDAU, Feb. 1 (AFP) -'],
  ['what is no month', 'SANDAU, Pier 14 (AFP) -'],
  ['a place alone', 'SANDAU (AFP) -'],
])('%s leaves the time of the file', (_, dateline) => {
  expect(publishedAt(dateline)).toBe(RECEIVED);
});

test('in January a day of December is of last year', () => {
  const bytes = new TextEncoder().encode(text('SANDAU, Dec. 30 (dpa) -'));
  const parsed = readWire(bytes, { path: 'wire.txt', receivedAt: '2026-01-04T09:00:00.000Z' });
  expect(parsed.kind === 'dispatches' && parsed.dispatches[0]?.publishedAt).toBe('2025-12-30T00:00:00+01:00');
});

test('a time of its own comes first', () => {
  const dispatch = onlyOf('Crane moves\n\n16.03.2026 10:12\n\nSandau, 14. März 2026. The crane has moved.\n');
  expect(dispatch.publishedAt).toBe('2026-03-16T10:12:00+01:00');
});
