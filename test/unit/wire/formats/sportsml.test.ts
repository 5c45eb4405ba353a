import { expect, test } from 'vitest';
import { only } from '../reading.ts';

const rows = (...texts: string[][]) => texts.map((row) => row.map((text) => ({ text })));

test('SportsML: results and standings are tables, with what is told of the games below them', () => {
  expect(only('sportsml/matchday.xml')).toMatchObject({
    id: 'nf.2026.77',
    headline: 'Hafenliga, 25. Spieltag',
    source: 'Nordfunk',
    categories: ['Fußball'],
    keywords: ['Hafenliga'],
    topics: ['medtop:15000000'],
    publishedAt: '2026-04-02T20:15:00+02:00',
    body: [
      {
        type: 'table',
        rows: rows(
          ['2026-04-02 15:30', 'FC Sandau', 'SV Kran', '3:1 (1:0, 2:1)'],
          ['2026-04-03 18:00', 'Glocke Rovers', 'TSV Quai', ''],
        ),
      },
      { type: 'list', items: [{ text: 'Brandis trifft nach einer Ecke.' }] },
      {
        type: 'table',
        caption: 'Tabelle',
        header: rows(['', 'rank', 'standing points', 'wins', 'losses'])[0],
        rows: rows(['FC Sandau', '1', '50', '15', '5'], ['SV Kran', '2', '41', '12', '8']),
      },
    ],
    file: { format: 'sportsml', warnings: [] },
  });
});

test('SportsML inside NewsML-G2: a contest of many is a table of its own', () => {
  expect(only('sportsml/race.xml')).toMatchObject({
    headline: 'Sandau rows first',
    body: [
      {
        type: 'table',
        caption: 'Rowing, 2 km',
        header: rows(['', 'rank', 'result', 'time behind'])[0],
        rows: rows(
          ['Ole Brandis', '1', '6:01.2', ''],
          ['Anna Brook', '2', '6:02.0', '0.8'],
          ['Jane Roe', '3', '6:04.9', '3.7'],
        ),
      },
    ],
    file: { format: 'newsmlg2' },
  });
});
