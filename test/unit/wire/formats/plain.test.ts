import { describe, expect, test } from 'vitest';
import { dispatchesOf, only, onlyOf, RECEIVED, readText } from '../reading.ts';

describe('plain text', () => {
  test('a press release: source line, headline over two lines, dateline, wrapped lines, bullets', () => {
    const story = only('plain/release.txt');
    expect(story).toMatchObject({
      headline: 'Orchard Growers Union and Harvest Holdings Agree on a Common Platform for Seasonal Work',
      source: 'Orchard Growers Union',
      dateline: 'HOBART, Nov. 20, 2026',
      publishedAt: RECEIVED,
    });
    expect(story.body).toEqual([
      {
        type: 'paragraph',
        text: 'The Orchard Growers Union and Harvest Holdings have agreed on a platform for seasonal work, both said on Friday. Workers can see from January on which farm needs hands, and when.',
      },
      {
        type: 'list',
        ordered: false,
        items: [{ text: 'first farms start in March' }, { text: 'all others follow until the harvest begins' }],
      },
    ]);
  });

  test('a calendar is no story', () => {
    const story = only('plain/calendar.csv');
    expect(story.signal).toBe('advisory');
    expect(story.body).toMatchObject([{ type: 'preformatted' }]);
    expect(story.file.warnings.map(({ code }) => code)).toContain('text.calendar');
    expect(story.headline.startsWith('"Subject"')).toBe(true);
  });

  test('a very long line gives its first part as headline and stays whole in the text', () => {
    const story = only('plain/long-line.txt');
    expect(story.headline).toBe('Harbour reopens after storm');
    expect(story.text.match(/Mayor resigns/g)).toHaveLength(4);
  });

  test('rows between bars stay rows', () => {
    expect(only('plain/results.tst').body).toMatchObject([{ type: 'preformatted' }]);
  });

  test('a text that begins with its dateline has its first sentence as headline', () => {
    expect(only('plain/bare.txt')).toMatchObject({
      headline: 'In Berlin beginnt am Montag die Woche der offenen Ateliers.',
      dateline: 'Berlin',
      source: 'mdp',
    });
  });

  test('a folder is a source only when it is named after an agency', () => {
    expect(onlyOf('Rat tagt\n\nDer Rat tagt.', 'reuters/2026/1.txt').source).toBe('Reuters');
    expect(onlyOf('Rat tagt\n\nDer Rat tagt.', 'nordpresse/2026/1.txt').source).toBeUndefined();
    expect(onlyOf('Rat tagt\n\nDer Rat tagt.', '1.txt').source).toBeUndefined();
    expect(onlyOf('Rat tagt\n\nDer Rat tagt.', '/dpa/x/1.txt').source).toBeUndefined();
  });

  test('markers in front of the headline', () => {
    expect(onlyOf('EILMELDUNG\n\nDamm gebrochen\n\nDer Damm ist gebrochen.')).toMatchObject({
      headline: 'Damm gebrochen',
      signal: 'flash',
      urgency: 2,
    });
    expect(onlyOf('WDH: Damm hält\n\nDer Damm hält.').signal).toBe('repeat');
    expect(onlyOf('Korrektur: Damm hält\n\nDer Damm hält.').signal).toBe('correction');
    expect(onlyOf('Update 2: Damm hält\n\nDer Damm hält.').signal).toBe('update');
    expect(onlyOf('Lead: Damm hält\n\nDer Damm hält.').signal).toBe('update');
    expect(onlyOf('Nach dem Update: Damm hält\n\nDer Damm hält.').signal).toBeUndefined();
  });

  test('one line is a headline without text, and says so', () => {
    const story = onlyOf('Der Rat tagt am Montag.');
    expect(story.body).toEqual([]);
    expect(story.file.warnings.map(({ code }) => code)).toContain('text.missing');
  });

  test('what is left of a frame waits for the rest', () => {
    for (const text of ['\x01eca0311 3', '\x16\x16\x01W28', 'ZC', 'zczc']) {
      expect(readText(text)).toMatchObject({ complete: false });
    }
  });
});

describe('several stories in one text', () => {
  const first =
    'Senatorin weiht Brücke ein\n\nSandau (dpa/lno) - Die Senatorin hat die Brücke eingeweiht.\n\nSie ist neu.';
  const second = 'Hund rettet Katze\n\nElmsby (dpa/lno) - Ein Hund hat eine Katze gerettet.\n\nBeide sind wohlauf.';

  test.each(['\n\n+++\n\n', '\n\n* * *\n\n', '\n\n----------\n\n', '\n\n\n'])('are parted: %j', (between) => {
    const { dispatches } = dispatchesOf(new TextEncoder().encode(`${first}${between}${second}\n`));
    expect(dispatches.map(({ headline, dateline, body }) => [headline, dateline, body.length])).toEqual([
      ['Senatorin weiht Brücke ein', 'Sandau', 2],
      ['Hund rettet Katze', 'Elmsby', 2],
    ]);
    expect(new Set(dispatches.map(({ id }) => id)).size).toBe(2);
  });

  test('a sub-heading starts none', () => {
    const text = `${first}\n\n+++\n\nDie Kosten\n\nSie kostete zwei Millionen Euro.\n`;
    expect(dispatchesOf(new TextEncoder().encode(text)).dispatches).toHaveLength(1);
  });
});
