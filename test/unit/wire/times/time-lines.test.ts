import { describe, expect, test } from 'vitest';
import { isTimeLine } from '../../../../main/wire/agencies/time-line.ts';
import { onlyOf } from '../reading.ts';

describe('a line of nothing but a time is when a text was sent', () => {
  test.each([
    ['Saturday, 14 March 2026 10:12 GMT', '2026-03-14T10:12:00Z'],
    ['Samstag, 14. März 2026, 10.12 Uhr', '2026-03-14T10:12:00+01:00'],
    ['Publié le 14 mars 2026 à 10h12', '2026-03-14T10:12:00+01:00'],
    ['sabato 14 marzo 2026, ore 10:12', '2026-03-14T10:12:00+01:00'],
    ['14 de marzo de 2026 - 10:12 h', '2026-03-14T10:12:00+01:00'],
    ['zaterdag 14 maart 2026 10:12', '2026-03-14T10:12:00+01:00'],
    ['14. marts 2026 kl. 10.12', '2026-03-14T10:12:00+01:00'],
    ['2026-03-14 10:12', '2026-03-14T10:12:00+01:00'],
    ['March 14, 2026 at 10:12 a.m. EDT', '2026-03-14T10:12:00-04:00'],
    ['At 1859UTC 15 July 2018', '2018-07-15T18:59:00Z'],
    ['March 14, 2026 10:12 ET (14:12 GMT)', '2026-03-14T10:12:00-04:00'],
  ])('%s', (line, publishedAt) => {
    const dispatch = onlyOf(`Lock opens at Sandau\n\n${line}\n\nThe lock opened at last.\n`);
    expect(dispatch).toMatchObject({ publishedAt, body: [{ text: 'The lock opened at last.' }] });
  });

  test.each([
    'Marktplatz 2026',
    'Im März 2026 kam Anna',
    'Saison 2025/2026',
    'May 2026 be kind',
    '2026',
    'Am 14. März 2026 in Sandau',
  ])('%s is text', (line) => expect(isTimeLine(line)).toBe(false));
});

const feed = (time: string, language = 'en') =>
  onlyOf(
    `<rss version="2.0"><channel><title>Nord</title><link>https://nord.example</link><language>${language}</language><item><title>Lock opens</title><guid>n1</guid><pubDate>${time}</pubDate><description>Ships.</description></item></channel></rss>`,
  );

test.each([
  ['03/04/2026 10:12', 'en-us', '2026-03-04'],
  ['03/04/2026 10:12', 'en-gb', '2026-04-03'],
  ['03/12/2026 10:12', 'en', '2026-03-12'],
])('%s in %s is %s', (time, language, day) => {
  expect(feed(time, language)).toMatchObject({ publishedAt: expect.stringContaining(day), publishedRaw: time });
});

test('what says when it was sent at the end, as ANSA has it', () => {
  const dispatch = onlyOf(
    'Porto riaperto\n\n(ANSA) - SANDAU, 14 MAR - Il porto è aperto. (ANSA).\n   OBR\n14-MAR-26 10:12 NNNN\n',
  );
  expect(dispatch).toMatchObject({ publishedAt: '2026-03-14T10:12:00+01:00', body: [{ text: 'Il porto è aperto.' }] });
});

test('a page without data for machines', () => {
  const dispatch = onlyOf(
    '<html><body><h1>Lock opens</h1><p>By Jane Roe</p><p>Published 14 March 2026 at 10:12 GMT</p><p>The lock opened on Saturday.</p></body></html>',
  );
  expect(dispatch).toMatchObject({
    publishedAt: '2026-03-14T10:12:00Z',
    byline: 'Jane Roe',
    body: [{ text: 'The lock opened on Saturday.' }],
  });
});
