import { expect, test } from 'vitest';
import { base64 } from '../../../../renderer/app/drop-files.ts';
import { cutAtHits } from '../../../../renderer/common/Highlighted.tsx';
import { type Clock, duration, fullTime, relativeTime, rowTime, timeLeft } from '../../../../renderer/common/time.ts';
import { de } from '../../../../renderer/i18n/de.ts';
import { en } from '../../../../renderer/i18n/en.ts';
import { languageFor, translator } from '../../../../renderer/i18n/translate.ts';
import { moved } from '../../../../renderer/state/sidebar.ts';

const DE: Clock = { locale: 'de', zone: undefined };
const EN: Clock = { locale: 'en', zone: undefined };
const now = new Date(2026, 2, 17, 14, 40);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

test('a row says as much of its time as is needed', () => {
  expect(rowTime(at(2026, 2, 17, 9, 5), now, DE)).toBe('09:05');
  expect(rowTime(at(2026, 2, 17, 0, 5), now, EN)).toBe('00:05');
  expect(rowTime(at(2026, 0, 3, 9, 5), now, DE)).toBe('3. Jan.');
  expect(rowTime(at(2025, 11, 3, 9, 5), now, DE)).toBe('03.12.2025');
  expect(rowTime('irgendwann', now, DE)).toBe('');
});

test('how long ago is said in the largest unit, and not at all beyond a week', () => {
  expect(relativeTime(at(2026, 2, 17, 14, 33), now, DE)).toBe('vor 7 Minuten');
  expect(relativeTime(at(2026, 2, 17, 12, 30), now, EN)).toBe('2 hours ago');
  expect(relativeTime(at(2026, 2, 1, 12, 30), now, DE)).toBe('');
  expect(relativeTime(at(2026, 2, 16, 9, 0), now, DE)).toBe('gestern');
  expect(relativeTime(at(2026, 2, 15, 23, 0), now, DE)).toBe('vorgestern');
});

test('the time left is exact to the minute within a day, and counts whole days beyond', () => {
  expect(timeLeft(at(2026, 2, 17, 16, 9), now, DE)).toBe('1 h 29 min');
  expect(timeLeft(at(2026, 2, 17, 14, 41), now, EN)).toBe('1 min');
  expect(timeLeft(at(2026, 2, 19, 16, 0), now, DE)).toBe('2 Tage');
  expect(timeLeft(at(2026, 2, 18, 16, 0), now, EN)).toBe('1 day');
});

test('durations are short', () => {
  expect([duration(0.2), duration(59), duration(66), duration(7_500)]).toEqual(['1 s', '59 s', '1 min', '2 h 5 min']);
});

test('hits cut a text and nothing of it is lost', () => {
  const parts = cutAtHits('Die Moorbahn fährt', [
    [4, 12],
    [6, 8],
    [13, 99],
  ]);
  expect(parts.map(({ text }) => text).join('')).toBe('Die Moorbahn fährt');
  expect(parts.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['Moorbahn']);
});

test('texts are there in both languages with the same values', () => {
  const values = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort();
  for (const [key, text] of Object.entries(de)) expect(values(en[key as keyof typeof de]), key).toEqual(values(text));
});

test('the help to the search speaks one language', () => {
  const english = /\b(?:is|source|category|date|headline|urgency|today|unread|read|bookmarked|AND|OR|NOT)\b/;
  for (const [key, text] of Object.entries(de)) {
    if (/^search\.(?:help|example|error)\./.test(key)) expect(text, key).not.toMatch(english);
  }
});

test('plurals and numbers follow the language', () => {
  expect(translator('de')('list.totalCount', { count: 1 })).toBe('1 Meldung');
  expect(translator('de')('list.totalCount', { count: 12_345 })).toBe('12.345 Meldungen');
  expect(translator('en')('list.totalCount', { count: 12_345 })).toBe('12,345 dispatches');
});

test('the language is the wish, else that of the system, else English', () => {
  expect(languageFor('en', 'de-DE')).toBe('en');
  expect(languageFor('system', 'de-AT')).toBe('de');
  expect(languageFor('system', 'da-DK')).toBe('en');
});

test('an order moves one entry and keeps the others', () => {
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
});

test('bytes of any size become base64', () => {
  expect(base64(new TextEncoder().encode('Fähre'))).toBe('RsOkaHJl');
  expect(atob(base64(new Uint8Array(100_000).fill(255)))).toHaveLength(100_000);
});

test('the zone decides the hour and the day', () => {
  const noon = new Date('2026-03-17T12:00:00Z');
  const clock: Clock = { locale: 'en-GB', zone: 'Asia/Tokyo' };
  expect(rowTime('2026-03-17T09:05:00Z', noon, clock)).toBe('18:05');
  expect(rowTime('2026-03-16T20:00:00Z', noon, clock)).toBe('05:00');
  expect(rowTime('2025-12-31T18:00:00Z', noon, clock)).toBe('1 Jan');
  expect(fullTime('2026-03-17T20:00:30Z', clock)).toBe('Wed, 18 March 2026 at 05:00');
  expect(fullTime('2026-03-17T20:00:30Z', { ...clock, zone: 'UTC' }, 'long')).toBe(
    'Tue, 17 March 2026 at 20:00:30 Coordinated Universal Time',
  );
  expect(fullTime('irgendwann', clock, 'short')).toBe('irgendwann');
});
