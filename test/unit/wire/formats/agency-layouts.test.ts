import { describe, expect, test } from 'vitest';
import { textsOf } from '../markup-fixture.ts';
import { dispatchesOf, onlyOf } from '../reading.ts';

// What agencies write into the formats beyond the plain story that the fixtures show.

const inNinjs = (fields: object) =>
  onlyOf(
    JSON.stringify({
      uri: 'urn:newsml:nord.example:9',
      type: 'text',
      versioncreated: '2025-03-10T10:14:00Z',
      headline: 'Damm hält',
      body_html: '<p>Der Damm hält.</p>',
      ...fields,
    }),
    'damm.json',
  );

describe('ninjs', () => {
  test('without a body the description is the text, as plain text or as markup', () => {
    const text = (description: object) => textsOf(inNinjs({ body_html: undefined, ...description }));
    expect(text({ description_text: 'Er hält.\n\nNoch.' })).toEqual(['Er hält.', 'Noch.']);
    expect(text({ description_html: '<p>Er hält.</p><p>Noch.</p>' })).toEqual(['Er hält.', 'Noch.']);
  });

  test('a time that cannot be read is a warning, beside that of a file without a time', () => {
    expect(inNinjs({ versioncreated: undefined }).file.warnings).toHaveLength(1);
    expect(inNinjs({ versioncreated: 'gestern' }).file.warnings).toHaveLength(2);
  });

  test('an item may be named by its guid when it has a headline', () => {
    const story = inNinjs({ uri: undefined, guid: 'damm-1' });
    expect(story).toMatchObject({ id: 'damm-1', file: { format: 'ninjs' } });
  });

  test('of several versions of the body HTML comes first, plain text before XML', () => {
    const bodies = (...types: string[]) =>
      textsOf(
        inNinjs({
          body_html: undefined,
          bodies: types.map((contenttype) => ({
            contenttype,
            value: contenttype.includes('html') ? '<p>html</p>' : contenttype,
          })),
        }),
      );
    expect(bodies('text/plain', 'application/nitf+xml', 'text/html')).toEqual(['html']);
    expect(bodies('application/nitf+xml', 'text/plain')).toEqual(['text/plain']);
  });

  test('associations may be a list', () => {
    const associations = [{ uri: 'urn:x:2', type: 'text', headline: 'Pegel fällt' }];
    expect(inNinjs({ associations }).related).toMatchObject([{ text: 'Pegel fällt' }]);
  });
});

describe('feeds and XML of single agencies', () => {
  test('WENN has its body, tags and language in a content of its own', () => {
    const [story] = dispatchesOf(
      new TextEncoder().encode(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>W</title><id>w</id><entry><title>Star at the lake</title><id>w:1</id>' +
          '<wenn:ContentMetadata xmlns:wenn="http://wenn.example/ns" lang="en"><wenn:first_line>A star swam.</wenn:first_line><wenn:body>It was cold.</wenn:body><wenn:tag value="lake"/></wenn:ContentMetadata>' +
          '<wenn:NewsManagement xmlns:wenn="http://wenn.example/ns"><wenn:published>2025-03-10T10:14:00Z</wenn:published></wenn:NewsManagement></entry></feed>',
      ),
      'w.xml',
    ).dispatches;
    expect(story).toMatchObject({ source: 'WENN', language: 'en', keywords: ['lake'] });
    expect(story && textsOf(story)).toEqual(['A star swam.', 'It was cold.']);
  });

  test('what WordPress has marked up as paragraphs is not split again', () => {
    const html = '<p>Erster\n\nSatz.</p><p>[dropcap]Zweiter.[/dropcap]</p>';
    const story = onlyOf(
      `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>B</title><wp:wxr_version>1.2</wp:wxr_version>` +
        `<item><title>Damm</title><guid>b1</guid><pubDate>Mon, 10 Mar 2025 10:14:00 +0000</pubDate><content:encoded><![CDATA[${html}]]></content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>`,
      'b.xml',
    );
    expect(textsOf(story)).toEqual(['Erster Satz.', 'Zweiter.']);
  });

  test('the second headline of JIMI is a sub-headline only where it says something else', () => {
    const jimi = (second: string) =>
      onlyOf(
        `<Publish><ContentItem><Headline>Lake ice is thin</Headline><Headline2>${second}</Headline2><ContentType>Text</ContentType><ContentItemID>7</ContentItemID>` +
          '<UpdatedDateTime>2025-01-27T11:53:59-05:00</UpdatedDateTime><ContentText>&lt;p&gt;Stay ashore.&lt;/p&gt;</ContentText></ContentItem></Publish>',
        'lake.xml',
      ).subhead;
    expect(jimi('Lake ice is thin')).toBeUndefined();
    expect(jimi('Stay ashore, says mayor')).toBe('Stay ashore, says mayor');
  });
});

describe('digital wires', () => {
  test('an entry without an article has its text in the descriptions of what it shows', () => {
    const story = onlyOf(
      JSON.stringify({
        format: 'digitalwires@0.9.1',
        type: 'composite',
        associations: [{ type: 'image' }],
        entry_id: 'e1',
        urn: 'urn:nord:damm',
        version: 1,
        version_created: '2025-03-10T10:14:00Z',
        updated: '2025-03-10T10:14:00Z',
        pubstatus: 'usable',
        headline: 'Damm hält',
        article_html: null,
        descriptions: [{ description: 'Der Damm am Montag.' }, { value: 'Das Siel.' }],
      }),
      'damm.json',
    );
    expect(textsOf(story)).toEqual(['Der Damm am Montag.', 'Das Siel.']);
  });
});

describe('generic XML', () => {
  test('of two times that are given the better one counts, wherever it stands', () => {
    const story = onlyOf(
      '<story><headline>Damm hält</headline><modified>2025-03-12T10:00:00Z</modified><published>2025-03-10T10:14:00Z</published><text>Der Damm hält seit Montag.</text></story>',
      'damm.xml',
    );
    expect(story.publishedAt).toBe('2025-03-10T10:14:00Z');
  });

  test('what has a name inside it is called by that', () => {
    const story = onlyOf(
      '<story><headline>Damm hält</headline><category><id>7</id><name>Küste</name></category><text>Der Damm hält seit Montag.</text></story>',
      'damm.xml',
    );
    expect(story).toMatchObject({ categories: ['Küste'], file: { format: 'xml' } });
  });

  test('what tells when an event begins is an announcement', () => {
    const story = onlyOf(
      '<story><headline>Deichschau</headline><timestart>2025-03-11T09:00:00+01:00</timestart><text>Treffpunkt ist das Siel.</text></story>',
      'damm.xml',
    );
    expect(story.signal).toBe('advisory');
  });
});

describe('a page without a page around it', () => {
  test.each([
    ['<head><title>Damm hält</title></head><body><h1>Damm hält</h1><p>Der Damm hält.</p></body>', true],
    ['<head><title>Damm hält</title></head><body><h1>Damm hält</h1><p>Der Damm hält.</p>', false],
  ])('%s is whole when its body is closed: %s', (text, whole) => {
    expect(dispatchesOf(new TextEncoder().encode(text), 'damm.html').complete).toBe(whole);
  });

  test('a break behind a space that is marked stays one break', () => {
    const story = onlyOf(
      '<!doctype html><html><head><title>Damm</title></head><body><h1>Damm hält</h1><p>Erste Zeile<b> </b><br><em><strong>zweite </strong>Zeile </em></p></body></html>',
      'damm.html',
    );
    expect(story.body).toMatchObject([
      {
        text: 'Erste Zeile\nzweite Zeile',
        marks: [
          { kind: 'italic', from: 12, to: 24 },
          { kind: 'bold', from: 12, to: 18 },
        ],
      },
    ]);
  });
});

describe('mail', () => {
  const mail = (...lines: readonly string[]) => onlyOf(lines.join('\r\n'), 'damm.eml');

  test('a mail with a dozen headers of its way before its sender is one', () => {
    const way = Array.from({ length: 14 }, (_, n) => `X-Way-${n}: mx${n}.example`);
    const known = ['Return-Path: <a@nord.example>', 'Received: by mx.example', 'Date: Mon, 10 Mar 2025 10:14:00 +0000'];
    const rest = ['Message-ID: <1@nord.example>', 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8'];
    const list = ['Reply-To: a@nord.example', 'Cc: b@nord.example', 'To: c@nord.example', 'Sender: a@nord.example'];
    const end = ['From: Nordpresse <a@nord.example>', 'Subject: Damm hält', 'X-Priority: 3', '', 'Der Damm hält.'];
    const story = mail(...known, ...way, ...list, ...rest, ...end);
    expect(story).toMatchObject({ headline: 'Damm hält', file: { format: 'mail' } });
  });

  test('a mail without a sender is one by its subject', () => {
    const story = mail(
      'Subject: Damm hält',
      'Date: Mon, 10 Mar 2025 10:14:00 +0000',
      'Message-ID: <1@nord.example>',
      '',
      'Der Damm hält.',
    );
    expect(story).toMatchObject({ headline: 'Damm hält', file: { format: 'mail' } });
  });

  test('flowed lines of which the space is no part are joined without it', () => {
    const story = mail(
      'From: Nordpresse <a@nord.example>',
      'Subject: Damm',
      'Date: Mon, 10 Mar 2025 10:14:00 +0000',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes',
      '',
      'Der Deichverband ',
      'svorsitz wechselt.',
    );
    expect(textsOf(story)).toEqual(['Der Deichverbandsvorsitz wechselt.']);
  });

  test('a word of a header that says it is ASCII and holds UTF-8 is UTF-8', () => {
    const story = mail(
      'From: Nordpresse <a@nord.example>',
      'Subject: =?us-ascii?Q?Damm_hält?=',
      'Date: Mon, 10 Mar 2025 10:14:00 +0000',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Der Damm hält.',
    );
    expect(story.headline).toBe('Damm hält');
  });
});

describe('typed copy', () => {
  test('what is bracketed in a dateline and no agency belongs to the place', () => {
    const story = onlyOf(
      'ZCZC AAP\n$F\n:Dam\n^Dam holds\n*X\nSPRINGFIELD (Nordland), Nov 20 AAP - The dam holds.\nAAP\nNNNN\n',
      'dam.tst',
    );
    expect(textsOf(story)).toEqual(['The dam holds.']);
    expect(story.dateline).toContain('Nordland');
  });

  test('the genre of a ZCZC story is its kicker', () => {
    const story = onlyOf(
      'ZCZC AAP\n$F\n:Dam\n~FEATURE\n^Dam holds\n*X\nSYDNEY, Nov 20 AAP - The dam holds.\nAAP\nNNNN\n',
      'dam.tst',
    );
    expect(story.kicker).toBe('FEATURE');
  });

  test('messages of which the first has lost its mark are all read', () => {
    const message = (number: number) =>
      `eca000${number} 4 rs 20  mdp 000${number}\r\n\r\nDam/\r\n\x02Dam ${number} holds =\r\n\r\n   The dam holds.\r\n\x0310031${number} GMT Mar 25\r\n\x04`;
    const text = `${message(1)}\r\n\x01${message(2)}`;
    expect(dispatchesOf(new TextEncoder().encode(text)).dispatches.map(({ headline }) => headline)).toEqual([
      'Dam 1 holds',
      'Dam 2 holds',
    ]);
  });

  test('the second long title of an ANPA story is its sub-headline', () => {
    const story = onlyOf(
      '\x16\x16\x01W1001\x1f__europe\r\nr i\x13\x11 BC-EU--Dam     11-20 0102\n\x02^BC-EU--Dam,40<\n^Dam holds after a week of rain<\n^Mayor thanks the volunteers who filled the bags<\n   NORDWIK (AP) _ The dam holds.\n\x03\nAP-WF-11-20-26 2310GMT<\n\x04',
      'dam.tst',
    );
    expect(story).toMatchObject({
      headline: 'Dam holds after a week of rain',
      subhead: 'Mayor thanks the volunteers who filled the bags',
    });
  });

  test('a line that ends in a comma is followed by the rest of its sentence, however early it broke', () => {
    const story = onlyOf(
      'ZCZC AAP\n$F\n:Dam\n^Dam holds\n*X\n' +
        'SYDNEY, Nov 20 AAP - The dam on the river has held since the rain began a week\nago, said the mayor of the town, and so has the old harbour,\nPort Helm included, stays open to all ships that can pass the bridge on the way.\n' +
        '"Nobody was hurt," she said.\nAAP\nNNNN\n',
      'dam.tst',
    );
    expect(textsOf(story)[0]).toContain('the old harbour, Port Helm included');
  });
});
