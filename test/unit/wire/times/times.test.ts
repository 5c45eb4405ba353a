import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { zonedTime } from '../../../../main/wire/times/times.ts';

const berlin = (month: number, day: number, hour: number, minute = 0) =>
  zonedTime({ year: 2026, month, day, hour, minute }, 'Europe/Berlin');

describe('wall time in a zone', () => {
  test('winter and summer', () => {
    expect(berlin(1, 22, 10, 7)).toBe('2026-01-22T10:07:00+01:00');
    expect(berlin(7, 3, 16, 30)).toBe('2026-07-03T16:30:00+02:00');
  });

  test('the hour that summer time skips is an hour later', () => {
    expect(berlin(3, 29, 1, 59)).toBe('2026-03-29T01:59:00+01:00');
    expect(berlin(3, 29, 2, 0)).toBe('2026-03-29T03:00:00+02:00');
    expect(berlin(3, 29, 3, 0)).toBe('2026-03-29T03:00:00+02:00');
  });

  test('of the hour that comes twice it is the first', () => {
    expect(berlin(10, 25, 1, 59)).toBe('2026-10-25T01:59:00+02:00');
    expect(berlin(10, 25, 2, 30)).toBe('2026-10-25T02:30:00+02:00');
    expect(berlin(10, 25, 3, 0)).toBe('2026-10-25T03:00:00+01:00');
  });

  test('other zones, fixed and named', () => {
    const wall = { year: 2026, month: 11, day: 22, hour: 8, minute: 5, second: 9 };
    expect(zonedTime(wall, 'UTC')).toBe('2026-11-22T08:05:09Z');
    expect(zonedTime(wall, 'UTC-5')).toBe('2026-11-22T08:05:09-05:00');
    expect(zonedTime(wall, 'Australia/Sydney')).toBe('2026-11-22T08:05:09+11:00');
    expect(zonedTime(wall, 'America/St_Johns')).toBe('2026-11-22T08:05:09-03:30');
    expect(zonedTime(wall, 'Nowhere/Land')).toBeUndefined();
  });

  test('days and hours the calendar does not have', () => {
    expect(berlin(2, 30, 10)).toBeUndefined();
    expect(berlin(13, 1, 10)).toBeUndefined();
    expect(berlin(1, 1, 25)).toBeUndefined();
    expect(berlin(1, 1, 10, 61)).toBeUndefined();
  });

  test('agrees with luxon over a year, outside of the hour that comes twice', () => {
    for (let hour = 0; hour < 8760; hour += 7) {
      const moment = DateTime.fromObject({ year: 2026 }, { zone: 'Europe/Berlin' }).plus({ hours: hour });
      if (moment.month === 10 && moment.day === 25 && moment.hour === 2) continue;
      expect(
        zonedTime({ ...moment.toObject(), year: moment.year, month: moment.month, day: moment.day }, 'Europe/Berlin'),
      ).toBe(moment.toISO({ suppressMilliseconds: true }));
    }
  });
});
