import { describe, expect, test } from 'vitest';
import { onlyOf } from '../reading.ts';

const bodyOf = (text: string) => onlyOf(text).body.map((block) => ('text' in block ? block.text : block.type));

describe('NITF', () => {
  const nitf = (head: string, content: string) =>
    `<nitf><head><docdata><doc-id id-string="b1"/></docdata></head><body><body.head><hedline><hl1>Crane lifts bell</hl1></hedline>${head}</body.head><body.content>${content}</body.content></body></nitf>`;

  test.each([
    ['<byline>By JANE ROE<byttl>Arts Editor</byttl></byline>', 'JANE ROE, Arts Editor'],
    ['<byline>By JANE ROE, <byttl>Arts Editor</byttl></byline>', 'JANE ROE, Arts Editor'],
    ['<byline>By <person>Jane Roe</person><byttl>Arts Editor</byttl></byline>', 'Jane Roe, Arts Editor'],
    ['<byline>Von Ole Brandt</byline>', 'Ole Brandt'],
    ['<byline>Av Siri Lind</byline>', 'Siri Lind'],
    ['<byline>Byron Lee</byline>', 'Byron Lee'],
  ])('%s', (head, byline) => {
    expect(onlyOf(nitf(head, '<p>It rang.</p>')).byline).toBe(byline);
  });

  test('a line between parts is no paragraph', () => {
    expect(bodyOf(nitf('', '<p>It rang.</p><p>___</p><p>* * *</p><p>Jane can be reached at the tower.</p>'))).toEqual([
      'It rang.',
      'Jane can be reached at the tower.',
    ]);
  });
});

describe('ninjs of Fingerpost', () => {
  const item = (version: number, more: object = {}) =>
    JSON.stringify({
      uri: `http://PA_API/bell-7/2026-04-02T10:0${version}:00.000Z/${version}`,
      'source-feed': 'PA_API',
      usn: 'bell-7',
      version: String(version),
      format: 'GOA-WIRES-NINJS',
      type: 'text',
      versionCreated: `2026-04-02T10:0${version}:00.000Z`,
      headline: 'Crane lifts bell',
      byline: 'By Jane Roe',
      priority: String(version + 1),
      keywords: 'bell+tower',
      copyrightHolder: 'HHH',
      body_text: `<p>It rang ${version} times.</p>`,
      ...more,
    });

  test('versions are one story; priority, feed and keywords are read', () => {
    const [first, second] = [onlyOf(item(1)), onlyOf(item(2))];
    expect(first.id).toBe(second.id);
    expect([first, second]).toMatchObject([
      { version: 1, urgency: 2, source: 'PA', byline: 'Jane Roe', keywords: ['bell', 'tower'] },
      { version: 2, urgency: 3 },
    ]);
  });

  test('an urgency goes before a priority', () => {
    expect(onlyOf(item(1, { urgency: 5 })).urgency).toBe(5);
  });
});

describe('digitalwires of other agencies', () => {
  const entry = (more: object) =>
    JSON.stringify({
      format: 'digitalwires@0.9.1',
      entry_id: 'x7',
      urn: 'urn:newsml:europapress.es:20260402:BELL',
      version_created: '2026-04-02T10:00:00+02:00',
      headline: 'Una grúa eleva la campana',
      teaser: 'La campana pesa dos toneladas.',
      byline: 'By JANE ROE',
      creditline: 'Europa Press',
      article_html: '<p>Sonó el jueves.</p>',
      categories: [
        { type: 'dnltype:subject', name: 'a' },
        { type: 'dnltype:subject', name: 'Bells' },
        { type: 'dnltype:geosubject', name: 'Malta' },
        { type: 'dnltype:desk', name: 'culture' },
        { type: 'dnltype:provider', name: 'dpa' },
      ],
      ...more,
    });

  test('names beside the ready lists are kept', () => {
    expect(onlyOf(entry({}))).toMatchObject({
      source: 'Europa Press',
      subhead: 'La campana pesa dos toneladas.',
      byline: 'JANE ROE',
      categories: ['culture', 'Bells'],
      keywords: ['Malta'],
    });
  });

  test('a note that says what it corrects is a correction', () => {
    expect(onlyOf(entry({ ednotes: [{ ednote: 'Eds: CORRECTS: bell, not ball.' }] })).signal).toBe('correction');
    expect(onlyOf(entry({ ednotes: [{ ednote: 'Eds: adds quote.' }] })).signal).toBeUndefined();
  });

  test('a teaser that the text repeats adds nothing; a subhead goes first', () => {
    expect(onlyOf(entry({ article_html: '<p>La campana pesa dos toneladas.</p>' })).subhead).toBeUndefined();
    expect(onlyOf(entry({ subhead: 'Dos días' })).subhead).toBe('Dos días');
  });
});

test('Ritzau: codes without their leading zero have names, and the sign-off is no text', () => {
  const story = `<RBNews><NewsID>r9</NewsID><PublishDate>2026-04-02T10:00:00</PublishDate><headline>Kran løfter klokke</headline><section>Indland</section><content>&lt;p&gt;Klokken hænger.&lt;/p&gt;&lt;p&gt;/ritzau/AFP/&lt;/p&gt;</content><IPTCList><int>1000000</int><int>11000000</int></IPTCList></RBNews>`;
  expect(onlyOf(story).categories).toEqual(['Indland', 'arts, culture, entertainment and media', 'politics']);
  expect(bodyOf(story)).toEqual(['Klokken hænger.']);
});

describe('a notice stays a notice when it is corrected', () => {
  const item = (content: string) =>
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:n1" version="2" xml:lang="de"><itemMeta><itemClass qcode="ninat:text"/><provider literal="dpa"/><versionCreated>2026-04-02T10:00:00+02:00</versionCreated><signal qcode="sig:correction"/></itemMeta><contentMeta><genre qcode="dpatextgenre:27"><name>Achtung</name></genre><headline>Zum Kran folgt bis 12.00 Uhr eine Zusammenfassung</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>${content}</body></html></inlineXML></contentSet></newsItem>`;

  test('and a text for the desk alone is a note', () => {
    const story = onlyOf(item('<p>(Diese Informationen sind nicht zur Veröffentlichung bestimmt)</p>'));
    expect(story).toMatchObject({ signal: 'advisory', body: [], notes: [{ kind: 'nonpublic' }] });
    expect(story.file.warnings).toEqual([]);
  });

  test('its text stays where there is one', () => {
    expect(bodyOf(item('<p>Der Kran kommt später.</p>'))).toEqual(['Der Kran kommt später.']);
  });
});
