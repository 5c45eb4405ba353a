import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { dispatchesOf, fixture, only, onlyOf } from '../reading.ts';

describe('IPTC 7901', () => {
  test('header, keyword, text header, text, notebook and trailer each go where they belong', () => {
    const story = only('iptc7901/update.txt');
    expect(story).toMatchObject({
      headline: 'Northland opposition claims narrow victory',
      byline: 'Freya Holm, mdp',
      slug: 'Northland/election',
      keywords: ['Northland', 'election'],
      dateline: 'Nordvik',
      categories: ['Politics'],
      urgency: 3,
      signal: 'update',
      language: 'en',
      source: 'mdp',
      number: '0311',
      publishedAt: '2026-11-22T20:41:00Z',
      publishedRaw: '222041 GMT Nov 26',
      complete: true,
    });
    expect(story.body.map((block) => block.type === 'paragraph' && block.text)).toEqual([
      'The opposition in Northland claimed a narrow victory on Sunday after nearly all votes had been counted in the parliamentary election.',
      'Prime Minister Olav Brekke did not concede. "Every ballot will be counted," he told supporters in the capital.',
    ]);
  });

  test('notes, contacts and the sign-off stay out of the text', () => {
    const story = only('iptc7901/update.txt');
    expect(story.notes.map((note) => note.kind)).toEqual(['editor', 'editor', 'contact', 'nonpublic']);
    expect(story.notes[2]?.text).toContain('+49 30 5550100');
    expect(story.text).not.toMatch(/Freya|5550100|Notebook|mdp fh/);
  });

  test('a German correction names the number it corrects', () => {
    expect(only('iptc7901/correction.txt')).toMatchObject({
      headline: 'Stadt Ellernstedt verkauft ihr Rathaus',
      signal: 'correction',
      refersTo: [{ relation: 'corrects', number: '0488' }],
      categories: ['Politik'],
      file: { encoding: 'windows-1252' },
      // No zone in the trailer: Berlin's.
      publishedAt: '2026-11-20T19:30:00+01:00',
    });
    expect(only('iptc7901/correction.txt').notes).toContainEqual({
      kind: 'correction',
      text: '(Berichtigung: Betrag im zweiten Absatz)',
    });
  });

  test('a kill is killed, gives its reason and the number, filled to the width numbers have', () => {
    const story = only('iptc7901/kill.txt');
    expect(story).toMatchObject({
      headline: 'Ferry fire off Lundsund',
      status: 'killed',
      refersTo: [{ relation: 'kills', number: '0149' }],
    });
    expect(story.notes[0]?.kind).toBe('reason');
    expect(story.notes[0]?.text).toContain('museum ship');
    expect(story.headline + story.text).not.toContain('\x07');
  });

  test('a hold withholds', () => {
    expect(only('iptc7901/hold.txt')).toMatchObject({
      status: 'withheld',
      refersTo: [{ relation: 'holds', number: '0198' }],
    });
  });

  test('an embargo without year, above the headline', () => {
    expect(only('iptc7901/embargo.txt')).toMatchObject({
      headline: 'Handwerk sucht 90.000 Lehrlinge',
      status: 'embargoed',
      embargoUntil: '2026-11-24T06:00:00+01:00',
      notes: [{ kind: 'embargo', text: 'Sperrfrist: 24. November, 6.00 Uhr' }],
    });
  });

  test('columns stay columns', () => {
    const story = only('iptc7901/table.txt');
    expect(story.kicker).toBe('Tabelle');
    expect(story.body.map((block) => block.type)).toEqual(['paragraph', 'preformatted', 'paragraph']);
    expect(story.text.split('\n')[2]).toBe('SV Konstanz-Ost  -  Minden-Nord       25:25');
  });

  test('without any control character it is still 7901', () => {
    expect(only('iptc7901/stripped.txt')).toMatchObject({
      headline: 'Wal in der Flensburger Förde gesichtet',
      slug: 'Tiere/Wal',
      byline: 'Thore Jessen, mdp',
      publishedAt: '2026-11-22T12:07:00+01:00',
      complete: true,
    });
  });

  test('without its end it is incomplete and says so', () => {
    const story = only('iptc7901/cut.txt');
    expect(story.complete).toBe(false);
    expect(story.file.warnings[0]?.code).toBe('message.no-etx');
    expect(story.headline).toBe('Storm closes bridge between islands');
  });

  test('several messages in one file; a service note is no story, priority 1 is a flash', () => {
    const { dispatches, complete } = dispatchesOf(fixture('iptc7901/two.txt'));
    expect(complete).toBe(true);
    expect(dispatches.map((story) => [story.headline, story.signal, story.urgency])).toEqual([
      ['Impressum', 'advisory', 4],
      ['Strong earthquake felt in capital of Tavoria', 'flash', 1],
    ]);
  });

  test('the first numbers of a day have one digit where the source does not fill them', () => {
    const early = Buffer.from(fixture('iptc7901/update.txt')).toString('latin1').replace('mdp 0311', 'mdp 4');
    expect(dispatchesOf(Buffer.from(early, 'latin1')).dispatches[0]).toMatchObject({
      file: { format: 'iptc7901' },
      number: '4',
      source: 'mdp',
    });
  });

  test('one damaged message does not hide its neighbour', () => {
    const bytes = Buffer.concat([
      Buffer.from('\x01garbage without header\r\n\x03\x04'),
      Buffer.from(fixture('iptc7901/kill.txt')),
    ]);
    expect(dispatchesOf(Buffer.concat([Buffer.from(fixture('iptc7901/hold.txt')), bytes])).dispatches).toHaveLength(2);
  });
});

describe('German letters in seven bits', () => {
  const message = (head: string, ...paragraphs: string[]) => {
    const text = paragraphs.map((paragraph) => `   ${paragraph}\r\n\r\n`).join('');
    const dispatch = onlyOf(
      `\x01bdt0302 4 ku 60  nor 0778\r\n\r\nMuseen/Preise/\r\n\x02${head} =\r\n\r\n${text}\x03101010 Mrz 26\r\n\x7f\x04`,
    );
    return { ...dispatch, text: dispatch.body.map(blockText).join('\n') };
  };

  test('are read where the words are German', () => {
    const dispatch = message(
      'Preise f}r Museen in K|ln',
      'Sandau (nor) - [rzte und \\rtlich gro~e Geb{ude: Die Preise f}r Museen',
      'w}rden }ber @ 12 und @@ 13 geregelt. ]ber das Geld f}r die H{user und das',
      '\\sterreichische GEB[UDE ist nicht zu reden (post@nord.example).',
    );
    expect(dispatch.headline).toBe('Preise für Museen in Köln');
    expect(dispatch.text).toBe(
      'Ärzte und Örtlich große Gebäude: Die Preise für Museen\nwürden über § 12 und §§ 13 geregelt. Über das Geld für die Häuser und das\nÖsterreichische GEBÄUDE ist nicht zu reden (post@nord.example).',
    );
    expect(dispatch.file.warnings.map(({ code }) => code)).toContain('encoding.seven-bit');
  });

  test('a path of Windows is none of them', () => {
    const dispatch = message(
      'Virus in K|ln',
      'Der Virus l|scht f}r die H{user C:\\temp\\alt und w}rden das \\l nicht.',
    );
    expect(dispatch.text).toBe('Der Virus löscht für die Häuser C:\\temp\\alt und würden das Öl nicht.');
  });

  test.each([
    ['braces in code', 'Die Funktion f{ } ist f}r die Museen und w}rde nicht {so} stehen.'],
    ['bars of a table', 'Die Preise f}r das Museum | 12 | und w}rden | 13 | nicht'],
    ['another language', 'Det }r sm} v{gar f|r m{n och f}r kvinnor, f}r m}nga w}rd'],
    ['one word', 'Die Preise f}r das Museum und der Rat.'],
    ['letters as they are', 'Die Preise f}r das Museum w}rden für den Rat und die Häuser gelten.'],
    ['signs of their own', 'Die Preise f}r das Museum w}rden ~100 Euro und nicht mehr sein.'],
    ['tokens', 'Die Vorlage {name} und {preis} ist f}r das Museum, w}rden der und die.'],
  ])('are not seen in %s', (_, text) => {
    const dispatch = message('Preise der Museen', text);
    expect(dispatch.text).toBe(text);
    expect(dispatch.file.warnings.map(({ code }) => code)).not.toContain('encoding.seven-bit');
  });
});
