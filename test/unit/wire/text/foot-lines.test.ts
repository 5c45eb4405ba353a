import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { onlyOf } from '../reading.ts';

const TEXT = ['The lock at Sandau opened on Monday, the council said.', '“It will last,” the engineer said.'];
const typed = (...below: readonly string[]) =>
  onlyOf(`Lock opens at Sandau\n\nSANDAU, Nov 20 (Reuters) - ${[...TEXT, ...below].join('\n\n')}\n`);
const markup = (...below: readonly string[]) =>
  onlyOf(
    `<nitf><head><docdata><doc-id id-string="n1" regsrc="AP"/></docdata></head><body><body.head><hedline><hl1>Lock opens at Sandau</hl1></hedline></body.head><body.content>${[...TEXT, ...below].map((part) => `<p>${part.replaceAll('&', '&amp;')}</p>`).join('')}</body.content></body></nitf>`,
  );
const textOf = ({ body }: { body: ReturnType<typeof typed>['body'] }) => body.map(blockText);

describe('below a text, in any format', () => {
  test.each([
    ['nonpublic', 'Associated Press writer Ole Brandt in Nordbucht contributed to this report.'],
    ['nonpublic', '(Reporter: Anna Brook, redigiert von Ole Brandt)'],
    ['nonpublic', '(Reportage de Jane Roe, édité par Ole Brandt)'],
    ['nonpublic', '(Reporte de Jane Roe; Editado por Ole Brandt)'],
    ['nonpublic', 'View source version on businesswire.com: https://www.businesswire.com/news/home/1/en/'],
    ['nonpublic', '(END) Dow Jones Newswires'],
    ['nonpublic', '==Kyodo'],
    ['nonpublic', '(©NTB)'],
    ['nonpublic', 'BELGA/OBR'],
    ['nonpublic', '(ats/ob)'],
    ['nonpublic', './.OBR/'],
    ['nonpublic', 'obr/ abc/'],
    ['nonpublic', 'mf'],
    ['nonpublic', '(Schluss) obr/abc'],
    ['nonpublic', 'KNA - qelmnx-89-00017'],
    ['nonpublic', '(foto) (video)'],
    ['nonpublic', 'OBR/ABC/'],
    ['nonpublic', 'abc obr'],
    ['nonpublic', 'ABC (OBR) // MMU'],
    ['nonpublic', '(00/0412/14.03.2026)'],
    ['nonpublic', '(2026/03/14-19:12)'],
    ['nonpublic', 'Keywords: SAMPLE CRANE/SHARES (UPDATE 2)'],
    ['nonpublic', 'Roe reported from Nordbucht. AP writer Ole Brandt in Sandau contributed.'],
    ['editor', 'Internet: www.nord.example'],
    ['editor', 'Hinweis: Fotos finden Sie in der Datenbank auf www.nord.example'],
    ['editor', '(GRAFIK 0123-26, 88 x 60 mm) (AVISO: Pressekonferenz am Montag, 10.00 Uhr)'],
    ['editor', '(S E R V I C E - www.nord.example)'],
    ['editor', 'AP NFL: https://nord.example/hub/nfl'],
    ['contact', 'Follow Jane Roe on Twitter: @janeroe'],
    ['contact', 'Folgen Sie uns auf Facebook'],
    ['contact', 'Write to Jane Roe at jane.roe@nord.example'],
    ['contact', 'To contact the reporter on this story: Jane Roe in Sandau at jroe@nord.example'],
    ['editor', 'Achtung: Es folgt bis 1800 eine Zusammenfassung.'],
    ['editor', 'Weitere Informationen folgen in Kürze.'],
    ['editor', 'More to follow'],
    ['editor', '(more)'],
    ['editor', 'Meer volgt'],
  ] as const)('%s: %s', (kind, text) => {
    for (const read of [typed, markup]) {
      const dispatch = read(text);
      expect(textOf(dispatch)).toEqual(TEXT);
      expect(dispatch.notes).toContainEqual({ kind, text });
    }
  });

  test('several of them in any order', () => {
    const dispatch = markup(
      'Media contact:',
      'Jane Roe, +44 20 7946 0000',
      '___',
      'Jane Roe contributed reporting from Sandau.',
      'Follow Ole Brandt on X at @brandt',
    );
    expect(textOf(dispatch)).toEqual(TEXT);
    expect(dispatch.notes.map(({ kind }) => kind)).toEqual(['contact', 'nonpublic', 'contact']);
  });

  test('the contact of the author below who worked on the text', () => {
    const dispatch = markup('(Reporting by Jane Roe; Editing by Ole Brandt)', '((jane.roe@nord.example))');
    expect(textOf(dispatch)).toEqual(TEXT);
    expect(dispatch.notes).toEqual([
      { kind: 'nonpublic', text: '(Reporting by Jane Roe; Editing by Ole Brandt)' },
      { kind: 'contact', text: 'jane.roe@nord.example' },
    ]);
  });

  test.each(['(PAP)', '(ANSA).', 'EFE', 'Enditem'])('%s behind the last sentence', (mark) => {
    const dispatch = typed(`Forty ships were waiting. ${mark}`);
    expect(textOf(dispatch)).toEqual([...TEXT, 'Forty ships were waiting.']);
    expect(dispatch.notes).toContainEqual({ kind: 'nonpublic', text: mark });
  });

  test('the author, as TT signs', () => {
    const dispatch = markup('Erik Exempel/TT');
    expect(dispatch.byline).toBe('Erik Exempel/TT');
    expect(textOf(dispatch)).toEqual(TEXT);
  });

  test('whose picture it is', () => {
    const dispatch = markup('Foto: Anna Brook/dpa');
    expect(textOf(dispatch)).toEqual(TEXT);
    expect(dispatch.notes).toContainEqual({ kind: 'copyright', text: 'Foto: Anna Brook/dpa' });
  });
});

describe('contacts', () => {
  test.each([
    'Weitere Informationen: Anna Brook, Telefon 0123 456789, presse@nord.example',
    'Für Rückfragen steht Anna Brook zur Verfügung: Tel. 0123 456789',
    'For further information: Jane Roe, press@nord.example',
    'Voor meer informatie: Jan de Boer, tel. 020-1234567',
    'Pour plus d’informations : presse@nord.example',
  ])('%s', (text) => {
    for (const read of [typed, markup]) {
      const dispatch = read(text);
      expect(textOf(dispatch)).toEqual(TEXT);
      expect(dispatch.notes).toContainEqual({ kind: 'contact', text });
    }
  });

  test('below a heading end at the next one', () => {
    const dispatch = onlyOf(
      `<html><head><title>Lock</title></head><body><h1>Lock opens</h1>${TEXT.map((part) => `<p>${part}</p>`).join('')}<h3>Contacts</h3><p>Jane Roe, press@nord.example</p><h3>About Sandau</h3><p>Sandau has two locks.</p></body></html>`,
    );
    expect(textOf(dispatch)).toEqual([...TEXT, 'About Sandau', 'Sandau has two locks.']);
    expect(dispatch.notes).toContainEqual({ kind: 'contact', text: 'Contacts\nJane Roe, press@nord.example' });
  });
});

describe('links to other stories', () => {
  test.each([
    ['Mehr zum Thema', ['Kran steht still', 'Was der Hafen kostet']],
    ['Lire aussi :', ['La grue tourne']],
    ['Read more', ['What the lock costs']],
    ['Läs också:', ['Kranen snurrar']],
  ])('below %s', (heading, titles) => {
    for (const read of [typed, markup]) {
      const dispatch = read(heading, ...titles);
      expect(textOf(dispatch)).toEqual(TEXT);
      expect(dispatch.related.map(({ text }) => text)).toEqual(titles);
    }
  });

  test('within a text', () => {
    const dispatch = markup('Lesen Sie auch: Was der Hafen kostet', 'Ships came on Tuesday.');
    expect(textOf(dispatch)).toEqual([...TEXT, 'Ships came on Tuesday.']);
    expect(dispatch.related.map(({ text }) => text)).toEqual(['Was der Hafen kostet']);
  });

  test('a heading with text below it stays', () => {
    const below = ['Mehr zum Thema', 'Die Schleuse ist die größte im Land, sagte die Baurätin.'];
    expect(textOf(markup(...below))).toEqual([...TEXT, ...below]);
  });
});

test.each([
  'He contributed to the report on Monday, and left.',
  'Follow the river and you come to Sandau.',
  'Es folgten 40 Schiffe.',
  'Weitere Informationen hatte die Polizei zunächst nicht.',
  'Foto: Ein Schiff fährt ein. Es kam aus Nordbucht.',
  'EFE said so.',
])('%s is text', (text) => {
  for (const read of [typed, markup]) expect(textOf(read(text))).toEqual([...TEXT, text]);
});

test.each([
  ['nonpublic', 'This report by The Canadian Press was first published Nov. 20, 2026.'],
  ['nonpublic', 'Ole Brandt reported from Nordbucht.'],
  ['nonpublic', 'Keywords: LOCK/SANDAU'],
  ['nonpublic', '-- BERNAMA'],
  ['nonpublic', 'Enditem/AB'],
  ['nonpublic', 'OBR // ABC'],
  ['nonpublic', 'jr ob'],
  ['editor', '(Attention, précise au 2e par)'],
  ['editor', 'Ein Beitrag folgt bis 17.00 Uhr.'],
  ['contact', 'jroe@nord.example'],
] as const)('%s below a text: %s', (kind, text) => {
  for (const read of [typed, markup]) {
    const dispatch = read(text);
    expect(textOf(dispatch)).toEqual(TEXT);
    expect(dispatch.notes).toContainEqual({ kind, text });
  }
});

test('credits that go on in the next line are one', () => {
  const credits = '(Reporting by Jane Roe in Sandau and Ole Brandt in Nordbucht;\nEditing by A B)';
  expect(typed(credits).notes).toEqual([{ kind: 'nonpublic', text: credits.replace('\n', ' ') }]);
});

test('the author that signs below what else there is', () => {
  const dispatch = markup('With files from Jane Roe.', 'Ole Brandt, The Canadian Press');
  expect(dispatch).toMatchObject({
    byline: 'Ole Brandt, The Canadian Press',
    notes: [{ kind: 'nonpublic', text: 'With files from Jane Roe.' }],
  });
  expect(textOf(dispatch)).toEqual(TEXT);
});

test('what an issuer says of itself below its contacts is text', () => {
  for (const read of [typed, markup]) {
    const dispatch = read(
      'Media contact:',
      'Jane Roe, press@nord.example',
      'About Sandau Locks',
      'Sandau has two locks.',
    );
    expect(textOf(dispatch)).toEqual([...TEXT, 'About Sandau Locks', 'Sandau has two locks.']);
    expect(dispatch.notes).toEqual([{ kind: 'contact', text: 'Media contact:\nJane Roe, press@nord.example' }]);
  }
});

test('a notebook without its sign', () => {
  const dispatch = onlyOf(
    'Schleuse öffnet\n\nSandau (epd). Die Schleuse ist offen.\n\nSie hält.\n\nepd-Notizblock\nInternet\nwww.nord.example\n\nepd lob obr\n',
  );
  expect(textOf(dispatch)).toEqual(['Die Schleuse ist offen.', 'Sie hält.']);
  expect(dispatch.notes).toContainEqual({ kind: 'editor', text: 'Internet\nwww.nord.example' });
});

test('a ticker has headings', () => {
  const dispatch = onlyOf(
    '+++ 10:12 Lock opens +++\nThe lock is open.\n\n+++ 10:30 Crane stops +++\nThe crane stands still.\n',
  );
  expect(dispatch.headline).toBe('10:12 Lock opens');
  expect(dispatch.body).toEqual([
    { type: 'paragraph', text: 'The lock is open.' },
    { type: 'heading', level: 2, text: '10:30 Crane stops' },
    { type: 'paragraph', text: 'The crane stands still.' },
  ]);
});

test('place and day above a release are no headline', () => {
  expect(
    onlyOf('PRESSEMITTEILUNG\n\nSandau, 20.11.2026\n\nSchleuse in Sandau öffnet\n\nDie Schleuse ist offen.\n'),
  ).toMatchObject({
    headline: 'Schleuse in Sandau öffnet',
    dateline: 'Sandau, 20.11.2026',
    place: 'Sandau',
    body: [{ text: 'Die Schleuse ist offen.' }],
  });
});

describe('datelines without brackets or dash', () => {
  const item = (text: string) =>
    onlyOf(
      `<nitf><head><docdata><doc-id id-string="n1" regsrc="Nord"/></docdata></head><body><body.head><hedline><hl1>Lock opens</hl1></hedline></body.head><body.content><p>${text}</p><p>Ships wait.</p></body.content></body></nitf>`,
    );
  test.each([
    ['SYDNEY, Nov 20 AAP - The lock opened.', 'SYDNEY', 'AAP'],
    ['Sandau, Nov 20 (IANS) The lock opened.', 'Sandau', 'IANS'],
    ['(BELGA) = The lock opened.', undefined, 'Belga'],
    ['SANDAU. November 20 (Interfax) - The lock opened.', 'SANDAU', 'Interfax'],
  ])('%s', (text, place, source) => {
    for (const dispatch of [item(text), onlyOf(`Lock opens\n\n${text}\n\nShips wait.\n`)]) {
      expect(dispatch.place).toBe(place);
      expect(textOf(dispatch)).toEqual(['The lock opened.', 'Ships wait.']);
    }
    expect(onlyOf(`Lock opens\n\n${text}\n\nShips wait.\n`).source).toBe(source);
  });
});

test('a link to the whole text behind the last sentence of an entry', () => {
  const dispatch = onlyOf(
    '<rss version="2.0"><channel><title>Nord</title><link>https://nord.example</link><item><title>Schleuse</title><guid>n1</guid><pubDate>Sat, 14 Mar 2026 15:48:00 +0100</pubDate><description><![CDATA[Die Schleuse ist offen. <a href="https://nord.example/1">[mehr]</a>]]></description></item></channel></rss>',
  );
  expect(textOf(dispatch)).toEqual(['Die Schleuse ist offen.']);
});

test.each([
  ['The lock opened./abc/obr/stk', 'The lock opened.', '/abc/obr/stk'],
  ['The lock opened. mmu/abc', 'The lock opened.', 'mmu/abc'],
  ['“It will last,” she said. PTI ABC OBR', '“It will last,” she said.', 'PTI ABC OBR'],
  ['The lock opened. (0412/14.03.2026)', 'The lock opened.', '(0412/14.03.2026)'],
])('behind the last sentence: %s', (last, sentence, note) => {
  for (const read of [typed, markup]) {
    const dispatch = read(last);
    expect(textOf(dispatch)).toEqual([...TEXT, sentence]);
    expect(dispatch.notes).toContainEqual({ kind: 'nonpublic', text: note });
  }
});

test.each(['CDU/CSU', 'Sie kam, sah und/oder siegte.', 'The lock is open 24/7'])('%s is text', (last) => {
  expect(textOf(typed(last))).toEqual([...TEXT, last]);
});

test.each([
  ['141012 GMT MAR 26', '2026-03-14T10:12:00Z'],
  ['AFP 141012 MAR 26', '2026-03-14T10:12:00+01:00'],
  ['AXC0123 2026-03-14/10:12', '2026-03-14T10:12:00+01:00'],
])('the last line tells the time: %s', (line, publishedAt) => {
  expect(onlyOf(`Lock opens\n\nSANDAU (AFP) - The lock opened.\n\n${line}\n`).publishedAt).toBe(publishedAt);
});
