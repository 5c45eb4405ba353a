import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { onlyOf } from '../reading.ts';

const TEXT = ['Die neue Schleuse ist am Montag geöffnet worden.', '„Sie hält hundert Jahre“, sagte die Baurätin.'];
const typed = (...below: readonly string[]) =>
  onlyOf(`Schleuse in Sandau öffnet\n\nSandau (dpa) - ${[...TEXT, ...below].join('\n\n')}\n`);
const html = (text: string) => text.split('\n').join('<br/>').replaceAll('&', '&amp;');
const feed = (...below: readonly string[]) =>
  onlyOf(
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Nord</title><link>https://nord.example</link><item><title>Schleuse in Sandau öffnet</title><guid>n1</guid><pubDate>Sat, 14 Mar 2026 15:48:00 +0100</pubDate><content:encoded><![CDATA[${[...TEXT, ...below].map((part) => `<p>${html(part)}</p>`).join('')}]]></content:encoded></item></channel></rss>`,
  );
const textOf = ({ body }: { body: ReturnType<typeof typed>['body'] }) => body.map(blockText);

describe('contacts below a text', () => {
  test.each([
    ['Rückfragen bitte an:', 'Polizei Sandau\nPressestelle\nTelefon: 0123 456789'],
    ['Pressekontakt:', 'Erika Beispiel, presse@nord.example'],
    ['Medienkontakt', 'Erika Beispiel, presse@nord.example'],
    ['Ansprechpartner:', 'Erika Beispiel\nTel. 0123 456789'],
    ['Kontakt:', 'Hafenamt Sandau\nhttps://nord.example'],
    ['Notes to editors:', 'The lock is 90 metres long.'],
    ['Media contact:', 'Jane Roe, +44 20 7946 0000'],
    ['For further information please contact:', 'Jane Roe'],
    ['Contact presse :', 'Jeanne Roe, presse@nord.example'],
    ['Contacto de prensa:', 'Juana Roe, prensa@nord.example'],
    ['Contatti stampa:', 'Gianna Roe, stampa@nord.example'],
  ])('%s', (heading, address) => {
    for (const read of [typed, feed]) {
      const dispatch = read(heading, address);
      expect(textOf(dispatch)).toEqual(TEXT);
      expect(dispatch.notes).toContainEqual({ kind: 'contact', text: `${heading}\n${address}` });
    }
  });

  test('whose text it is stays a note of its own', () => {
    const issued = 'Original-Content von: Hafenamt Sandau, übermittelt durch news aktuell';
    for (const read of [typed, feed]) {
      expect(read('Pressekontakt:', 'Telefon 0123 456789', issued)).toMatchObject({
        notes: [
          { kind: 'contact', text: 'Pressekontakt:\nTelefon 0123 456789' },
          { kind: 'copyright', text: issued },
        ],
      });
      expect(textOf(read(issued))).toEqual(TEXT);
    }
  });

  test.each([
    ['Kontakt: Die Sonde meldet sich wieder.', 'Sie war drei Jahre lang stumm.'],
    ['Der Kontakt zu den Fischern riss ab.', 'Sie meldeten sich am Abend per Telefon.'],
    ['Contact lenses: a short history', 'They were made of glass at first.'],
    ['Rückfragen der Abgeordneten blieben ohne Antwort.', 'Der Minister sagte nichts.'],
  ])('%s belongs to the text', (first, second) => {
    for (const read of [typed, feed]) expect(textOf(read(first, second))).toEqual([...TEXT, first, second]);
  });
});

describe('lines below a text', () => {
  test.each([
    ['nonpublic', 'ebe/mmu'],
    ['nonpublic', '/mfi/DP/stw'],
    ['nonpublic', 'bur-abc/def'],
    ['nonpublic', '/ritzau/'],
    ['nonpublic', '(Reporting by Jane Roe; Editing by Ole Brandt)'],
    ['nonpublic', 'Reporting by Jane Roe in London'],
    ['nonpublic', '2026031410AA0017'],
    ['nonpublic', '(dpa)'],
    ['nonpublic', '(Schluss)'],
    ['nonpublic', '(Forts.)'],
    ['nonpublic', 'AFP ab/cd'],
    ['nonpublic', '(Additional reporting by Jane Roe)'],
    ['nonpublic', 'With files from Jane Roe'],
    ['editor', 'Eds: Photos available.'],
    ['editor', 'Redaktioneller Hinweis: Eine Zusammenfassung folgt.'],
    ['nonpublic', 'ISIN DE000A0EXAMP'],
    ['nonpublic', 'ISIN DE0001234567 AXC0123 2026-03-14/08:15'],
    ['nonpublic', 'WKN: 123456'],
    ['nonpublic', 'AXC0123 2026-03-14/08:15'],
    ['copyright', '© Agence France-Presse'],
    ['copyright', '(c) 2026 Nord'],
  ])('%s: %s', (kind, line) => {
    for (const read of [typed, feed]) {
      const dispatch = read(line);
      expect(textOf(dispatch)).toEqual(TEXT);
      expect(dispatch.notes).toContainEqual({ kind, text: line });
    }
  });

  test.each(['___', 'ENDS', '-ends-', '###', '(END)'])('%s says nothing', (line) => {
    for (const read of [typed, feed]) expect(read(line)).toMatchObject({ notes: [] });
  });

  test('two of them', () => {
    for (const read of [typed, feed]) {
      expect(read('ebe/mmu', '© Agence France-Presse').notes.map(({ text }) => text)).toEqual([
        'ebe/mmu',
        '© Agence France-Presse',
      ]);
    }
  });

  test.each([
    'Writing by hand helps pupils learn.',
    'Das gilt in 14 Ländern.',
    'Tempo: 30 km/h',
    'ISIN und WKN stehen im Prospekt.',
  ])('%s is text', (line) => {
    for (const read of [typed, feed]) expect(textOf(read(line))).toEqual([...TEXT, line]);
  });
});

test('a notebook in marked-up text is not copy', () => {
  const dispatch = feed('# Notizblock', '## Orte\n- Sandau', 'dpa hc yyzz n1 se');
  expect(textOf(dispatch)).toEqual(TEXT);
  expect(dispatch.notes).toEqual([
    { kind: 'editor', text: 'Orte: - Sandau' },
    { kind: 'nonpublic', text: 'dpa hc yyzz n1 se' },
  ]);
});

test('the notebook of any agency is not copy', () => {
  const wire =
    '\x01bdt0302 4 vm 60  nor 0840\r\n\r\nHafen/\r\n\x02Hafen öffnet =\r\n\r\n   Sandau (nor) - Der Hafen ist offen.\r\n\r\n# nor-Notizblock\r\n\r\n## Redaktionelle Hinweise\r\n- mit Zitat\r\n\r\nnor us zwi n1 vm\r\n\x03141548 Mrz 26\r\n\x7f\x04';
  const dispatch = onlyOf(wire);
  expect(textOf(dispatch)).toEqual(['Der Hafen ist offen.']);
  expect(dispatch.notes).toEqual([
    { kind: 'editor', text: 'Redaktionelle Hinweise: - mit Zitat' },
    { kind: 'nonpublic', text: 'nor us zwi n1 vm' },
  ]);
});
