import { describe, expect, test } from 'vitest';
import { onlyOf } from './reading.ts';
import { textOf } from './unusual-samples.ts';

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
    expect(dispatch.categories).toEqual(['Politik', 'Sport', 'Wirtschaft und Finanzen', 'Wetter', 'Hafenbau']);
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
