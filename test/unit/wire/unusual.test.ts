import { describe, expect, test } from 'vitest';
import { numberKey } from '../../../main/library/prepared.ts';
import { readEmbargo } from '../../../main/wire/copy/embargo.ts';
import { blockText } from '../../../main/wire/normalise.ts';
import { dispatchesOf, onlyOf } from './reading.ts';

const textOf = (dispatch: ReturnType<typeof onlyOf>) => dispatch.body.map(blockText).join('\n');
const all = (text: string) => dispatchesOf(new TextEncoder().encode(text)).dispatches;
const dts = (headline: string) =>
  `Ausland\n\n${headline}\n\n10.03.2026 - 08:00:00\n\nBrüssel - Das teilte die Kommission mit.\n\n@ dts-nachrichtenagentur.de\n`;
const mail = (subject: string) =>
  `From: Desk <desk@nord.example>\nSubject: ${subject}\nDate: Tue, 10 Mar 2026 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\nDas teilte die Kommission am Dienstag mit.\n`;

describe('headlines that begin like an order to the desk', () => {
  test.each([
    'Rückruf: Salmonellen in Hackfleisch',
    'Storno: Was Reisende wissen müssen',
    'Embargo gegen Russland verschärft',
    'Embargo: EU stoppt Ölimporte',
    'Gesperrt bis Montag: Rheinbrücke dicht',
    'Frei ab 12 Jahren - Kino der Woche',
  ])('%s is news', (headline) => {
    for (const wire of [dts(headline), mail(headline)])
      expect(onlyOf(wire)).toMatchObject({ headline, status: 'usable' });
  });

  test.each([
    'Embargo: frei mit Redebeginn',
    'Gesperrt bis Freitag',
    'EMBARGO: MINISTERREDE',
    'Sperrfrist: Redebeginn',
  ])('%s is an embargo without a time', (line) =>
    expect(readEmbargo(line, '2026-03-10T08:00:00Z')).toEqual({ text: line }),
  );

  test('in capitals they are orders', () => {
    expect(onlyOf(dts('RÜCKRUF: Meldung zu Hackfleisch'))).toMatchObject({ status: 'killed' });
    expect(onlyOf(dts('Sperrfrist: 11.03.2026, 06:00 Uhr'))).toMatchObject({ status: 'embargoed' });
  });
});

test.each([
  ['Sperrfrist: 11.03.2026, 06:00 Uhr', { status: 'embargoed', embargoUntil: '2026-03-11T06:00:00+01:00' }],
  ['KILL KILL KILL', { status: 'killed' }],
  ['+++ EIL +++', { signal: 'flash' }],
])('%s above the second story of a file is the second one’s', (line, expected) => {
  const [first, second, ...others] = all(
    dts('Erste Meldung').concat('\n', line, '\n\n', dts('Zweite Meldung').replace('08:00', '09:00')),
  );
  expect(others).toEqual([]);
  expect(first).toMatchObject({ headline: 'Erste Meldung', status: 'usable' });
  expect(first).not.toHaveProperty('signal');
  expect(second).toMatchObject({ headline: 'Zweite Meldung', ...expected });
});

test('what a correction says stays as a note', () => {
  const dispatch = onlyOf(dts('(Korrektur: Name im 2. Absatz)\n\nHafen öffnet'));
  expect(dispatch).toMatchObject({ headline: 'Hafen öffnet', signal: 'correction' });
  expect(dispatch.notes).toEqual([{ kind: 'correction', text: '(Korrektur: Name im 2. Absatz)' }]);
});

test('a release that news aktuell has sent is its author’s', () => {
  const dispatch = onlyOf(
    'POL-S: Raub am Hafen - Zeugensuche\n\n10.03.2026 – 14:05\n\nSandau (ots)\n\nAm Hafen ist ein Mann beraubt worden.\n\nOriginal-Content von: Polizei Sandau, übermittelt durch news aktuell\n',
  );
  expect(dispatch.source).toBe('Polizei Sandau');
  expect(textOf(dispatch)).not.toContain('Original-Content');
});

describe('IPTC 7901', () => {
  test('a header that ends with the date has the number of its service', () => {
    const ots = (number: string, title: string) =>
      onlyOf(
        `OTS${number} 5 WI 0372 PRI0001                             Do, 10.Dez 2026\n\nWirtschaft/Energie/Wien\n\n${title} =\n\n   Wien (OTS) - Die Anlage geht in Betrieb.\n`,
      );
    const [one, other] = [ots('0041', 'Anlage geht ans Netz'), ots('0042', 'Kraftwerk steht still')];
    expect(one.headline).toBe('Anlage geht ans Netz');
    expect(one.id).not.toBe(other.id);
  });

  test('a header may end with the count of words', () => {
    const dispatch = onlyOf(
      '\x01nor0543 4 i 98\r\n\r\nWAHL/LAND\r\n\x02Kandidatin tritt an =\r\n\r\n   Sandau, 10. März (Nord) - Die Kandidatin tritt an.\r\n\x03101710 GMT Mrz 26\r\n\x7f\x04',
    );
    expect(dispatch).toMatchObject({ headline: 'Kandidatin tritt an', publishedAt: '2026-03-10T17:10:00Z' });
    expect(dispatch.file.format).toBe('iptc7901');
  });

  test('messages without marks are told apart by their headers', () => {
    const message = (number: string, title: string, time: string) =>
      `bdt02${number} 4 wi 80  dpa 05${number}\r\n\r\nBanken/Zinsen/\r\n${title} =\r\n\r\n   Sandau (dpa) - Der Satz sinkt.\r\n\r\n${time} Mrz 26\r\n\r\n`;
    const found = all(message('00', 'Satz sinkt', '091415') + message('01', 'Brücke gesperrt', '091416'));
    expect(found.map(({ headline }) => headline)).toEqual(['Satz sinkt', 'Brücke gesperrt']);
  });

  test('an embargo in brackets is no part of the headline', () => {
    const dispatch = onlyOf(
      '\x01bdt0302 4 ku 60  dpa 0778\r\n\r\nLiteratur/Preise/\r\n\x02(Sperrfrist: 10. März, 18.00 Uhr)\r\nBuchpreis geht nach Sandau =\r\n\r\n   Sandau (dpa) - Der Preis ist vergeben.\r\n\r\n\x03101010 Mrz 26\r\n\x7f\x04',
    );
    expect(dispatch).toMatchObject({ headline: 'Buchpreis geht nach Sandau', status: 'embargoed' });
  });
});

describe('ANPA 1312', () => {
  const anpa = (keyword: string, head: readonly string[], text: readonly string[]) =>
    onlyOf(
      `\x16\x16\x01a1234\x1f_nordwires\r\nd a\x13\x11 ${keyword}    03-10 0612\r\n\x02\x02^${keyword},0640<\r\n${head.map((line) => `^${line}\r\n`).join('')}${text.map((line) => `${line}\r\n`).join('')}\x03AP-WF-03-10-26 1522GMT<\r\n\r\n\x0c\x04`,
    );

  test.each(['$adv15<', 'ADV15<'])('%s and its release are an embargo and no headline', (mark) => {
    const dispatch = anpa(
      'BC-US--Sunday Story, ADV15',
      [
        mark,
        'For release Sunday, March 15, and thereafter<',
        'In small town, a fight over water<',
        'By JANE DOE=',
        'Nord Press=',
      ],
      ['\tSMALLVILLE, Kan. (AP) _ The tower rises over the plain like a', 'lonely sentinel.', '^END ADV<'],
    );
    expect(dispatch).toMatchObject({ headline: 'In small town, a fight over water', status: 'embargoed' });
    expect(textOf(dispatch)).not.toContain('END ADV');
  });

  test('headings of a table behind the byline stay', () => {
    const dispatch = anpa(
      'BC-BBA--Standings',
      ['By The Associated Press=', 'All Times EDT=', 'NORTHERN LEAGUE=', 'East Division='],
      ['\tW\tL\tPct\tGB', 'Sandau\t10\t4\t.714\t_', 'Birkau\t9\t5\t.643\t1'],
    );
    for (const heading of ['All Times EDT', 'NORTHERN LEAGUE', 'East Division'])
      expect(`${dispatch.headline}\n${textOf(dispatch)}`).toContain(heading);
  });
});

describe('markup and JSON', () => {
  const nitf = (docdata: string, head: string, content: string) =>
    onlyOf(
      `<?xml version="1.0" encoding="UTF-8"?>\n<nitf><head><docdata><doc-id id-string="q2"/><date.issue norm="20260310T100000Z"/>${docdata}</docdata></head><body><body.head><hedline><hl1>Hafen öffnet</hl1></hedline>${head}</body.head><body.content>${content}<p>Der Text der Meldung.</p></body.content></body></nitf>`,
    );
  const note =
    '<note noteclass="editorsnote" type="npa"><body.content><p>EDITORS: second of three.</p></body.content></note>';

  test.each([
    ['head', nitf('', note, '')],
    ['text', nitf('', '', note)],
  ])('a note to the editors in the %s of NITF is a note, and the story stays', (_where, dispatch) => {
    expect(textOf(dispatch)).toBe('Der Text der Meldung.');
    expect(dispatch.notes).toContainEqual({ kind: 'editor', text: 'EDITORS: second of three.' });
  });

  test('NITF with two authors and only a summary', () => {
    const dispatch = onlyOf(
      '<nitf><head><docdata><doc-id id-string="q3"/><date.issue norm="20260310T100000Z"/></docdata></head><body><body.head><hedline><hl1>Hafen öffnet</hl1></hedline><byline>Jane Roe</byline><byline>Ole Brandt</byline><abstract><p>Die Zusammenfassung ist alles.</p></abstract></body.head><body.content/></body></nitf>',
    );
    expect(dispatch.byline).toBe('Jane Roe, Ole Brandt');
    expect(textOf(dispatch)).toBe('Die Zusammenfassung ist alles.');
  });

  test('a correction in NITF names what it corrects', () => {
    const dispatch = nitf('<correction info="CORRECTS age to 45" id-string="q0"/>', '', '');
    expect(dispatch).toMatchObject({ signal: 'correction', refersTo: [{ relation: 'corrects', id: 'q0' }] });
    expect(dispatch.notes).toContainEqual({ kind: 'correction', text: 'CORRECTS age to 45' });
  });

  test.each([
    ['in the first paragraph of NITF', nitf('', '', '<p>EMBARGOED UNTIL 0001 GMT WEDNESDAY MARCH 11</p>')],
    [
      'in the title of a feed',
      onlyOf(
        '<rss version="2.0"><channel><title>Nord</title><link>https://nord.example</link><item><title>SPERRFRIST 11.03.2026 01:01 Uhr: Zahlen</title><guid>n1</guid><pubDate>Tue, 10 Mar 2026 08:00:00 +0100</pubDate><description>Text der Meldung</description></item></channel></rss>',
      ),
    ],
  ])('an embargo %s holds', (_where, dispatch) => {
    expect(dispatch.status).toBe('embargoed');
    expect(new Date(dispatch.embargoUntil ?? '').toISOString()).toBe('2026-03-11T00:01:00.000Z');
  });

  test.each([
    ['Bern, 12. März (sda) Der Rat hat entschieden.', 'Bern, 12. März (sda)'],
    ['Bern, 12. März (sda) - Der Rat hat entschieden.', 'Bern, 12. März (sda)'],
    ['Genf (Keystone-SDA) Der Rat hat entschieden.', 'Genf (Keystone-SDA)'],
    ['Zürich (awp) - Der Rat hat entschieden.', 'Zürich (awp)'],
    ['Zürich (awp) Der Rat hat entschieden.', 'Zürich (awp)'],
    ['SANDAU, March 12 (Reuters) - Der Rat hat entschieden.', 'SANDAU, March 12 (Reuters)'],
  ])('%s opens with its dateline, also below a headline the page repeats', (paragraph, printed) => {
    const page = onlyOf(`<!doctype html><html><body><article><h1>Rat</h1><p>${paragraph}</p></article></body></html>`);
    for (const dispatch of [nitf('', '', `<p>${paragraph}</p>`), page]) {
      expect(dispatch.dateline).toBe(printed);
      expect(textOf(dispatch)).toMatch(/^Der Rat hat entschieden\./);
    }
  });

  test.each(['Präsidentin Roe (SPD) Der Rat.', 'Jane Roe (45) Der Rat.', 'By Jane Roe (AP) Der Rat.'])(
    '%s has no dateline',
    (paragraph) => expect(textOf(nitf('', '', `<p>${paragraph}</p>`))).toContain(paragraph),
  );

  test('an embargo that is the news is none', () => {
    const dispatch = nitf('', '', '<p>The oil embargo was lifted on March 11, 2026, the ministry said.</p>');
    expect(dispatch.status).toBe('usable');
  });

  test('of several bodies of ninjs the main one is the text', () => {
    const body = (role: string, value: string) => ({ role, contentType: 'text/html', value: `<p>${value}</p>` });
    const dispatch = onlyOf(
      JSON.stringify({
        uri: 'urn:nord.example:1',
        versionCreated: '2026-03-10T10:00:00Z',
        headlines: [{ role: 'main', value: 'Hafen öffnet' }],
        bodies: [body('teaser', 'Nur der Anlauf.'), body('main', 'Der ganze Text.')],
      }),
    );
    expect(textOf(dispatch)).toBe('Der ganze Text.');
  });

  test('of several languages NewsML-G2 shows the one of the item', () => {
    const names = '<name xml:lang="en">politics</name><name xml:lang="de">Politik</name>';
    const dispatch = onlyOf(
      `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:nord.example:3" version="1" xml:lang="de"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-03-10T09:59:00+01:00</versionCreated></itemMeta><contentMeta><headline xml:lang="en">Harbour opens</headline><headline xml:lang="de-DE">Hafen öffnet</headline><subject type="cpnat:abstract" qcode="medtop:11000000">${names}</subject></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Text.</p></body></html></inlineXML></contentSet></newsItem>`,
    );
    expect(dispatch).toMatchObject({ headline: 'Hafen öffnet', categories: ['Politik'], language: 'de' });
  });

  test('subjects of NewsML-G2 may be named by address, or by prefixes the file explains', () => {
    const topic = 'http://cv.iptc.org/newscodes/mediatopic/';
    const subjects = [
      `<subject uri="${topic}11000000" typeuri="http://cv.iptc.org/newscodes/cpnature/abstract"/>`,
      '<subject uri="http://cv.iptc.org/newscodes/subjectcode/15054000"/>',
      '<subject type="cpnat:abstract" qcode="mt:04000000"/>',
      '<subject type="cpnat:abstract" qcode="share:06000000"/>',
      '<subject type="cpnat:abstract" qcode="medtop:17000000"/>',
      '<subject uri="http://nord.example/topics/16000000"/>',
      '<subject uri="http://nord.example/people/1" typeuri="http://cv.iptc.org/newscodes/cpnature/person"><name>Jane Roe</name></subject>',
      '<subject uri="http://nord.example/topics/2"><name>Hafenbau</name></subject>',
    ];
    const dispatch = onlyOf(
      `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:nord.example:4" version="1" xml:lang="de"><catalog><scheme alias="mt" uri="${topic}"/><scheme alias="share" uri="http://nord.example/shares/"/></catalog><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-03-10T09:59:00+01:00</versionCreated></itemMeta><contentMeta><headline>Hafen öffnet</headline>${subjects.join('')}</contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Text.</p></body></html></inlineXML></contentSet></newsItem>`,
    );
    expect(dispatch.categories).toEqual(['politics', 'sport', 'economy, business and finance', 'weather', 'Hafenbau']);
  });

  test('a status of NewsML-G2 may be named by its address', () => {
    const dispatch = onlyOf(
      '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:nord.example:2" version="2" xml:lang="de"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-03-10T09:59:00+01:00</versionCreated><pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/><signal uri="http://cv.iptc.org/newscodes/signal/correction"/></itemMeta><contentMeta><headline>Hafen öffnet</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Text.</p></body></html></inlineXML></contentSet></newsItem>',
    );
    expect(dispatch).toMatchObject({ status: 'killed', signal: 'correction' });
  });
});

describe('mail', () => {
  const head =
    'From: Desk <desk@nord.example>\r\nSubject: Mitteilung\r\nDate: Tue, 10 Mar 2026 10:00:00 CET\r\nMIME-Version: 1.0\r\n';
  const mixed = (...parts: string[]) =>
    onlyOf(
      `${head}Content-Type: multipart/mixed; boundary=q\r\n\r\n${parts.map((part) => `--q\r\n${part}\r\n`).join('')}--q--\r\n`,
    );

  test('all its texts are shown in their order', () => {
    const dispatch = mixed(
      'Content-Type: text/plain\r\n\r\nErster Teil des Textes.',
      'Content-Type: image/jpeg; name=x.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n/9j/4AAQ',
      'Content-Type: text/plain\r\n\r\nZweiter Teil nach dem Bild.',
    );
    expect(textOf(dispatch)).toBe('Erster Teil des Textes.\nZweiter Teil nach dem Bild.');
    expect(dispatch.publishedAt).toBe('2026-03-10T10:00:00+01:00');
  });

  test('what a covering note says holds for the wire file it brings', () => {
    const dispatch = onlyOf(
      `${head.replace('Mitteilung', 'EMBARGOED until 12 March 2026 00:01')}Content-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\nContent-Type: text/plain\r\n\r\nPlease call Jane before use.\r\n--q\r\nContent-Type: application/xml; name="s.xml"\r\nContent-Disposition: attachment; filename="s.xml"\r\n\r\n<nitf><head><docdata><doc-id id-string="q1"/><date.issue norm="20260310T100000Z"/></docdata></head><body><body.head><hedline><hl1>Report on water</hl1></hedline></body.head><body.content><p>Body.</p></body.content></body></nitf>\r\n--q--\r\n`,
    );
    expect(dispatch).toMatchObject({ headline: 'Report on water', status: 'embargoed' });
    expect(dispatch.embargoUntil).toMatch(/^2026-03-12T00:01:00/);
    expect(dispatch.notes).toContainEqual({ kind: 'editor', text: 'Please call Jane before use.' });
  });

  test('a text that stands in a file only is shown', () => {
    const inline = onlyOf(
      `${head}Content-Type: text/plain; charset=utf-8; name="text.txt"\r\nContent-Disposition: inline\r\n\r\nDer Text der Mitteilung.\r\n`,
    );
    expect(textOf(inline)).toContain('Der Text der Mitteilung.');
    const attached = mixed(
      'Content-Type: text/plain\r\n\r\n',
      'Content-Type: text/plain; name="pm.txt"; charset=utf-8\r\nContent-Disposition: attachment; filename="pm.txt"\r\n\r\nMuseum öffnet\r\n\r\nDer ganze Text steht nur im Anhang.',
    );
    expect(textOf(attached)).toContain('Der ganze Text steht nur im Anhang.');
  });
});

test.each([
  ['ibm850', [0x81, 0x84, 0x94, 0xe1]],
  ['macintosh', [0x9f, 0x8a, 0x9a, 0xa7]],
])('German text of %s is read by its letters', (_name, [ue = 0, ae = 0, oe = 0, ss = 0]) => {
  const bytes = Buffer.from(
    Array.from(
      'Pressemitteilung\n\nM#ller er%ffnet Fu&g$ngerzone\n\nDie B#rgermeisterin begr#&te f#nf G$ste und lie& gr#&en.\n',
      (sign) => ({ '#': ue, $: ae, '%': oe, '&': ss })[sign] ?? sign.charCodeAt(0),
    ),
  );
  const [dispatch] = dispatchesOf(bytes).dispatches;
  expect(dispatch?.headline).toBe('Müller eröffnet Fußgängerzone');
});

test('the end of a day may be its 24th hour, and a minute may have a leap second', () => {
  const at = (time: string) => onlyOf(dts('Hafen öffnet').replace('08:00:00', time)).publishedAt;
  expect(at('24:00:00')).toBe('2026-03-11T00:00:00+01:00');
  expect(at('23:59:60')).toBe('2026-03-10T23:59:59+01:00');
});

test('a kill may write the letters of a number small', () => {
  expect(numberKey('ap', 'a0765')).toBe(numberKey('ap', 'A0765'));
});

test('what a release calls itself is no headline', () => {
  for (const line of ['FOR IMMEDIATE RELEASE', 'COMMUNIQUÉ DE PRESSE', 'MEDIENMITTEILUNG'])
    expect(onlyOf(`${line}\n\nHarbour opens again\n\nThe harbour has opened again on Tuesday.\n`).headline).toBe(
      'Harbour opens again',
    );
});
