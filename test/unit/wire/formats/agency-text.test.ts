import { describe, expect, test } from 'vitest';
import { textsOf } from '../markup-fixture.ts';
import { onlyOf } from '../reading.ts';

describe('the Press Trust of India', () => {
  const copy = `ZCZC
PRI ESPL NAT
.KOCHI DES1
HARBOUR-STRIKE
Harbour strike enters third day in Kochi
         Kochi, Nov 20 (PTI) Dock workers stayed away from work for the third day on
Friday, officials said.
         The strike has hit exports, they said. PTI ABC
DEF
DEF
11201405
NNNN
`;

  test('in its own layout', () => {
    const story = onlyOf(copy);
    expect(story).toMatchObject({
      ...{
        headline: 'Harbour strike enters third day in Kochi',
        slug: 'HARBOUR-STRIKE',
        number: 'DES1',
        source: 'PTI',
      },
      ...{ dateline: 'Kochi, Nov 20', publishedAt: '2026-11-20T14:05:00+05:30', keywords: ['PRI', 'ESPL', 'NAT'] },
      notes: [{ kind: 'nonpublic', text: 'PTI ABC DEF DEF' }],
    });
    expect(textsOf(story)).toEqual([
      'Dock workers stayed away from work for the third day on Friday, officials said.',
      'The strike has hit exports, they said.',
    ]);
    expect(onlyOf(copy.replace('11201405', '12312355')).publishedAt).toBe('2025-12-31T23:55:00+05:30');
  });

  test('its dateline has no dash, in markup neither', () => {
    const markup = onlyOf(
      `<nitf><head><docdata><doc-id id-string="n1" regsrc="PTI"/><date.issue norm="20261120T100000"/></docdata></head><body><body.head><hedline><hl1>Strike</hl1></hedline></body.head><body.content><p>Kochi, Nov 20 (PTI) Dock workers stayed away.</p></body.content></body></nitf>`,
    );
    expect(markup).toMatchObject({ dateline: 'Kochi, Nov 20 (PTI)', publishedAt: '2026-11-20T10:00:00+05:30' });
    expect(textsOf(markup)).toEqual(['Dock workers stayed away.']);
  });
});

test.each([
  ['SHANGHAI, Nov. 20 (Xinhua) -- Harbors handled more containers.', 'Xinhua', 'SHANGHAI, Nov. 20'],
  ['Porto, 20 nov 2026 (Lusa) - O porto parou hoje.', 'Lusa', 'Porto, 20 nov 2026'],
  ['BOSTON, Nov. 20, 2026 /PRNewswire/ -- The firm announced results.', 'PR Newswire', 'BOSTON, Nov. 20, 2026'],
])('%s names its source', (text, source, dateline) => {
  expect(onlyOf(`Port news\n\n${text}\n`)).toMatchObject({ source, dateline });
});

describe('releases of news aktuell', () => {
  const release =
    '20.11.2026 – 09:15\n\nPolizei Sandau\n\nPOL-S: Fahrraddieb gestellt\n\nSandau (ots)\n\nEine Streife hat einen Mann gestellt.\n\nRückfragen bitte an:\n\nPolizei Sandau\n\nOriginal-Content von: Polizei Sandau, übermittelt durch news aktuell\n';

  test('whose it is above the headline is no headline, the place alone a dateline', () => {
    const story = onlyOf(release);
    expect(story).toMatchObject({
      headline: 'POL-S: Fahrraddieb gestellt',
      source: 'Polizei Sandau',
      dateline: 'Sandau',
    });
    expect(textsOf(story)[0]).toBe('Eine Streife hat einen Mann gestellt.');
  });

  test('in a feed too', () => {
    const html = '&lt;p&gt;Sandau (ots) - &lt;/p&gt;&lt;p&gt;Eine Streife hat einen Mann gestellt.&lt;/p&gt;';
    const story = onlyOf(
      `<rss version="2.0"><channel><title>P</title><item><guid>1</guid><title>POL-S: Dieb</title><description>${html}</description></item></channel></rss>`,
    );
    expect([story.dateline, ...textsOf(story)]).toEqual(['Sandau (ots)', 'Eine Streife hat einen Mann gestellt.']);
  });
});

describe('APA and OTS in 7901', () => {
  const ots = `OTS0061 5 CI 0329 HAF0001 II                             Fr, 20.Nov 2026

Politik/Wien/Häfen

Häfen: Stadt kündigt Ausbau an
Utl.: "20 Millionen
für die Kais" =

   Wien (OTS) - Der Ausbau der Häfen beginnt im Frühjahr.

   Die Arbeiten dauern bis 2028. (Schluss) abc

~
Rückfragehinweis:
   Karl Beispiel
   Tel.: 0000
~

Digitale Pressemappe: http://presse.example/1

*** OTS-ORIGINALTEXT UNTER AUSSCHLIESSLICHER VERANTWORTUNG ***

OTS0061    2026-11-20/10:31
`;

  test('second headline, contacts, the end of the text, the time', () => {
    const story = onlyOf(`${ots}\n201031 Nov 26\n\n`);
    expect(story).toMatchObject({
      ...{
        headline: 'Häfen: Stadt kündigt Ausbau an',
        subhead: '"20 Millionen für die Kais"',
        categories: ['Chronik'],
      },
      ...{ dateline: 'Wien', publishedAt: '2026-11-20T10:31:00+01:00', source: 'OTS', number: '0061' },
    });
    expect(textsOf(story)).toEqual(['Der Ausbau der Häfen beginnt im Frühjahr.', 'Die Arbeiten dauern bis 2028.']);
    expect(story.notes.map((note) => `${note.kind} ${note.text.split('\n')[0]}`)).toEqual([
      'nonpublic (Schluss) abc',
      'contact Rückfragehinweis:',
      'contact Digitale Pressemappe: http://presse.example/1',
      'copyright OTS-ORIGINALTEXT UNTER AUSSCHLIESSLICHER VERANTWORTUNG',
    ]);
  });

  test('the time that stands beside the number is enough, with control characters too', () => {
    expect(onlyOf(ots)).toMatchObject({ publishedAt: '2026-11-20T10:31:00+01:00', file: { warnings: [] } });
    const apa =
      '\x01APA0123 4 WI 0189 \r\n\r\nHafen/Triest\r\n\x02Utl.: Zweiter Streiktag\r\nStreik in Triest =\r\n\r\n   Triest (APA) - Der Hafen von Triest steht\r\nstill.\r\n(Schluss) abc/def\r\n\x03APA0123    2026-11-20/10:31\r\n\x04';
    const story = onlyOf(apa);
    expect(story).toMatchObject({
      headline: 'Streik in Triest',
      subhead: 'Zweiter Streiktag',
      publishedAt: '2026-11-20T10:31:00+01:00',
    });
    expect(textsOf(story)).toEqual(['Der Hafen von Triest steht still.']);
  });
});

describe('releases of the American services', () => {
  test('PR Newswire: who sends it, when, and from where', () => {
    const story = onlyOf(
      'Harborline Announces Results\n\nNews provided by\n\nHarborline Inc.\n\nNov 20, 2026, 08:30 ET\n\n----------\n\nBOSTON, Nov. 20, 2026 /PRNewswire/ -- Harborline Inc. today announced results.\n\nIt operates terminals.\n\nSOURCE Harborline Inc.\n',
    );
    expect(story).toMatchObject({
      ...{ headline: 'Harborline Announces Results', source: 'Harborline Inc.', dateline: 'BOSTON, Nov. 20, 2026' },
      publishedAt: '2026-11-20T08:30:00-05:00',
    });
    expect(textsOf(story)).toEqual(['Harborline Inc. today announced results.', 'It operates terminals.']);
  });

  test('Business Wire writes its zone out', () => {
    const story = onlyOf(
      'Harborline to Present\n\nNovember 20, 2026 09:00 AM Eastern Standard Time\n\nBOSTON--(BUSINESS WIRE)--Harborline will present on Monday.\n',
    );
    expect(story).toMatchObject({
      source: 'Business Wire',
      dateline: 'BOSTON',
      publishedAt: '2026-11-20T09:00:00-05:00',
    });
    expect(textsOf(story)).toEqual(['Harborline will present on Monday.']);
  });
});

describe('between the headline and the dateline', () => {
  test('Reuters tells what is new and who wrote it, and below the text how to reach them', () => {
    const story = onlyOf(
      'UPDATE 2-Harbor strike enters third day\n\n(Adds quotes)\n\nBy Anna Brook\n\nLONDON, Nov 20 (Reuters) - Dockers walked out again.\n\n(They want a deal.)\n\n((anna.brook@example.com; +44 20 0000 0000))\n',
    );
    expect(story).toMatchObject({
      ...{ source: 'Reuters', dateline: 'LONDON, Nov 20', byline: 'Anna Brook', signal: 'update' },
      notes: [
        { kind: 'editor', text: 'Adds quotes' },
        { kind: 'contact', text: 'anna.brook@example.com; +44 20 0000 0000' },
      ],
    });
    expect(textsOf(story)).toEqual(['Dockers walked out again.', '(They want a deal.)']);
  });

  test('what is none of that stays', () => {
    const story = onlyOf(
      'Harbor news\n\nThis is an advance.\n\nLONDON, Nov 20 (Reuters) - Dockers walked out again.\n',
    );
    expect(textsOf(story)).toHaveLength(2);
    expect(textsOf(onlyOf('Hafen\n\n(Neu: im Hafen)\n\nDer Hafen ist zu.\n'))).toHaveLength(2);
  });

  test('a last line about a source is text, and another name above a release stays', () => {
    expect(textsOf(onlyOf('Leak reveals plan\n\nNobody said who did it.\n\nSOURCE DENIES IT ALL\n'))).toHaveLength(2);
    const release =
      'News provided by\n\nHarborline and Friends\n\nBOSTON, Nov. 20, 2026 /PRNewswire/ -- It opened.\n\nSOURCE Harborline Inc.\n';
    expect(JSON.stringify(onlyOf(release))).toContain('Harborline and Friends');
  });

  test.each(['By Monday night the docks were empty', 'Von Bergen fahren wieder Schiffe'])(
    'a sentence above the dateline is no name: %s',
    (sentence) => {
      const story = onlyOf(`Harbor news\n\n${sentence}\n\nLONDON, Nov 20 (Reuters) - Dockers walked out again.\n`);
      expect(story.byline).toBeUndefined();
      expect(textsOf(story)[0]).toBe(sentence);
    },
  );

  test.each([
    'Embargo: EU verlängert Sanktionen bis 15. März',
    'Embargo bis 2030',
    'Embargo until 6 pm: 100 ships wait',
  ])('a headline that begins with the word stays one: %s', (headline) => {
    expect(onlyOf(`${headline}\n\nBRÜSSEL (dpa) - Der Rat hat beraten.\n`).headline).toBe(headline);
  });

  test.each(['Sperrfrist: Montag', 'Embargoed until 0001 GMT on Sunday, 29th November 2026'])(
    'nothing but an embargo is no headline: %s',
    (line) => {
      expect(onlyOf(`${line}\n\nPort report published\n\nThe port is too small.\n`)).toMatchObject({
        ...{ headline: 'Port report published', status: 'embargoed' },
      });
    },
  );

  test('an embargo above a headline is none', () => {
    expect(
      onlyOf('EMBARGO until Saturday 0600 GMT\n\nPort report published\n\nThe port is too small.\n'),
    ).toMatchObject({
      ...{ headline: 'Port report published', status: 'embargoed', embargoUntil: '2026-11-28T06:00:00Z' },
    });
  });
});

test('AFP in 7901: its code in the header, its lines to editors, its letters in front of the time', () => {
  const story = onlyOf(
    '\x01wro0123 4 i 0210 GBR /AFP-AB12\r\n\r\nBritain-strike-port\r\n\x02Dockers walk out =\r\n(PICTURE)\r\n   ATTENTION - ADDS quotes ///\r\n   \r\n   LONDON, Nov 20, 2026 (AFP) - Dockers walked out on Friday, and the\r\nport stands still.\r\n\x03AFP  201015 GMT NOV 26\r\n\x04',
  );
  expect(story).toMatchObject({
    ...{ headline: 'Dockers walk out', source: 'AFP', number: '0123', dateline: 'LONDON, Nov 20, 2026' },
    ...{ publishedAt: '2026-11-20T10:15:00Z', file: { warnings: [] } },
  });
  expect(story.notes.map((note) => note.text)).toEqual(['(PICTURE)', 'ATTENTION - ADDS quotes ///']);
  expect(textsOf(story)).toEqual(['Dockers walked out on Friday, and the port stands still.']);
});

test('a number and a time of APA above the last lines belong to the text', () => {
  const story = onlyOf(
    '\x01APA0123 4 WI 0189 \r\n\r\nHafen/Triest\r\n\x02Streik in Triest =\r\n\r\n   Triest (APA) - Der Hafen steht.\r\n\r\nAPA0099    2026-11-20/09:31\r\nEr steht still.\r\n\x03APA0123    2026-11-20/10:31\r\n\x04',
  );
  expect(textsOf(story).join()).toContain('Er steht still.');
});
