import { describe, expect, test } from 'vitest';
import { only, onlyOf } from '../reading.ts';

const story = {
  headline: 'Kran hebt Glocke',
  dateline: 'Sandau',
  language: 'de',
  file: { format: 'plain' },
};

describe('texts of agencies that have lost their frame', () => {
  test('epd: a header without a number', () => {
    expect(only('plain/epd.txt')).toMatchObject({
      ...story,
      source: 'epd',
      slug: 'Kirche/Glocken',
      publishedAt: '2026-04-02T10:12:00+02:00',
      text: 'Ein Kran hat die Glocke gehoben. Das teilte die Gemeinde am Donnerstag mit.\nSie wiegt zwei Tonnen.',
      notes: [{ kind: 'nonpublic', text: 'epd lno ab mm' }],
    });
  });

  test('KNA: subhead and byline above the text, its number below it', () => {
    expect(only('plain/kna.txt')).toMatchObject({
      ...story,
      id: 'KNA:0017:2026-04-02',
      source: 'KNA',
      subhead: 'Reparatur dauerte ein halbes Jahr',
      byline: 'Anna Brook',
      slug: 'Kirche/Glocken/Sandau',
      publishedAt: '2026-04-02T10:12:00+02:00',
      text: 'Ein Kran hat die Glocke gehoben. Das teilte das Bistum am Donnerstag mit.\nSie wiegt zwei Tonnen.',
      notes: [{ kind: 'nonpublic', text: 'KNA - qelmnx-89-00017' }],
    });
  });

  test('the last line of a 7901 message is its time', () => {
    expect(only('plain/without-frame.txt')).toMatchObject({
      ...story,
      source: 'epd',
      publishedAt: '2026-04-02T10:12:00Z',
      publishedRaw: '021012 GMT Apr 26',
      notes: [{ kind: 'nonpublic', text: 'epd lno ab mm' }],
    });
  });

  test('a first line that names an agency and a day only is a headline', () => {
    const text = 'KNA feiert am 02.04.2026 Geburtstag\n\nSandau - Die Agentur feiert. Das sagte sie selbst.';
    expect(onlyOf(text).headline).toBe('KNA feiert am 02.04.2026 Geburtstag');
  });
});
