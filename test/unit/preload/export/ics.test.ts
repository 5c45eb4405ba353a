import { expect, test } from 'vitest';
import { ics } from '../../../../preload/export/ics.ts';
import { context, dispatch, item } from './sample.ts';

const announced = (event: NonNullable<typeof dispatch.event>, headline = 'Rat tagt, Teil 1; Anträge') => ({
  ...item,
  dispatch: { ...dispatch, signal: 'advisory' as const, headline, event },
});

test('an event has its times in UTC, a day stays a day, and what announces nothing is left out', () => {
  const text = ics(
    [
      announced({ start: '2026-03-20T10:00:00+01:00', end: '2026-03-20T12:30:00+01:00', place: 'Birkau, Rathaus' }),
      announced({ start: '2026-03-21', end: '2026-03-22' }),
      item,
    ],
    context,
  );
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(text).toContain('DTSTART:20260320T090000Z\r\n');
  expect(text).toContain('DTEND:20260320T113000Z\r\n');
  expect(text).toContain('SUMMARY:Rat tagt\\, Teil 1\\; Anträge\r\n');
  expect(text).toContain('LOCATION:Birkau\\, Rathaus\r\n');
  expect(text).toContain('DTSTART;VALUE=DATE:20260321\r\n');
  expect(text).toContain('DTEND;VALUE=DATE:20260323\r\n');
  expect(text).toContain('UID:urn:newsml:nord.example:1\r\n');
  expect(text).not.toContain('Achtung Redaktionen');
});

test('lines are folded at 75 octets', () => {
  const text = ics([announced({ start: '2026-03-20T10:00:00Z' }, 'Übergrößenträger '.repeat(20))], context);
  const lines = text.split('\r\n');
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'Übergrößenträger '.repeat(20)}`);
});
