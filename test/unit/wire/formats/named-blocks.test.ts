import { describe, expect, test } from 'vitest';
import type { Block } from '../../../../main/wire/dispatch.ts';
import { onlyOf } from '../reading.ts';

const item = (inline: string) =>
  onlyOf(
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:bell" version="1" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider literal="Nordfunk"/><versionCreated>2026-04-02T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>Crane lifts bell</headline></contentMeta><contentSet><inlineXML>${inline}</inlineXML></contentSet></newsItem>`,
  );
const shown = (block: Block) =>
  `${block.type}: ${'text' in block ? block.text : block.type === 'list' ? block.items.map(({ text }) => text).join(' | ') : ''}`;
const pageItem = (body: string) => item(`<html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`);
const page = (body: string) => pageItem(body).body.map(shown);

describe('elements of unknown names', () => {
  test('are blocks among elements', () => {
    expect(
      page(
        '<story><lead>A crane lifted a bell.</lead><text><para>It rang.</para><para>It was <strong>loud</strong>.</para></text></story>',
      ),
    ).toEqual(['paragraph: A crane lifted a bell.', 'paragraph: It rang.', 'paragraph: It was loud.']);
  });

  test('run with the text beside them, and never into each other', () => {
    expect(
      page('<p>A <company>Crane Ltd</company> crane lifted <item>a</item><item>bell</item>, bit<x>-</x>by-bit.</p>'),
    ).toEqual(['paragraph: A Crane Ltd crane lifted a bell, bit-by-bit.']);
    expect(page('<p><given>Anna</given><family>Brook</family></p>')).toEqual(['paragraph: Anna Brook']);
  });

  test('elements of HTML and NITF that are known keep their place', () => {
    expect(page('<p><person>Anna</person> <b>Br</b><i>ook</i></p>')).toEqual(['paragraph: Anna Brook']);
    expect(page('<div><span>Anna</span> <span>Brook</span></div>')).toEqual(['paragraph: Anna Brook']);
  });
});

describe('a paragraph that holds typed copy', () => {
  const typed = `(Adds weight)
    * Bell weighs two tonnes
    * Crane came from the docks

    By Jane Roe
    HARBOURTON, April 2 (Reuters) - A crane lifted a bell on
Thursday, ending two days of work at the tower in which
nobody slept.
    "It hangs," the master said.
    Weights:
Bell         Tonnes    Year
Large           2.0    1790
Small           0.5    1802`;

  test('is read by its layout', () => {
    const story = pageItem(`<p>${typed}</p>`);
    expect(story.body.map(shown)).toEqual([
      'list: Bell weighs two tonnes | Crane came from the docks',
      'paragraph: A crane lifted a bell on Thursday, ending two days of work at the tower in which nobody slept.',
      'paragraph: "It hangs," the master said.',
      'paragraph: Weights:',
      expect.stringMatching(/^preformatted: Bell/),
    ]);
    expect(story).toMatchObject({
      byline: 'Jane Roe',
      dateline: 'HARBOURTON, April 2',
      notes: [{ text: 'Adds weight' }],
    });
  });

  test.each([
    '<p>A crane lifted\n      a bell.\n      It rang,\n      and rang,\n      and rang.</p>',
    '<p>A crane lifted\na bell.\nIt rang,\nand rang,\nand rang.</p>',
    '<p>\n  A crane lifted\n  a bell.\n  It rang,\n  and rang,\n  and rang.\n</p>',
  ])('one that was only wrapped is one paragraph', (paragraph) => {
    expect(page(paragraph)).toEqual(['paragraph: A crane lifted a bell. It rang, and rang, and rang.']);
  });
});

test('tags of a sender that were escaped into a text', () => {
  expect(
    page(
      '<p>It weighs 2&lt;endash&gt;-&lt;/endash&gt;3&#8201; tonnes, a &lt;strong&gt;, &lt;item&gt; and 5 &lt; 6.</p>',
    ),
  ).toEqual(['paragraph: It weighs 2-3 tonnes, a <strong>, <item> and 5 < 6.']);
});

test('ttnitf: what has a field, and pictures, are not the text; a second text is a box', () => {
  const story = item(
    '<BODY xmlns=""><TEXT><VINJETT>Torn</VINJETT><RUBRIK>Kran lyfter klocka</RUBRIK><DAT><ORT>Hamnstad</ORT><SOURCE>NF</SOURCE></DAT><INGRESS><P>En kran lyfte klockan.</P></INGRESS><BRODTEXT><P>Den hänger.</P><MELLIS>Två ton</MELLIS><CITAT>Den är tung.</CITAT></BRODTEXT><BYLINE>Anna Brook/NF</BYLINE><BILD><BILDFIL>http://example.org/1</BILDFIL><BILDTEXT><P>Kranen.</P></BILDTEXT><BILDSKAPARE>Ole/NF</BILDSKAPARE></BILD></TEXT><TEXT><RUBRIK>Fakta: Klockan</RUBRIK><BRODTEXT><P>Gjuten 1790.</P></BRODTEXT></TEXT></BODY>',
  );
  expect(story).toMatchObject({ kicker: 'Torn', dateline: 'Hamnstad', byline: 'Anna Brook/NF' });
  expect(story.body.map(shown)).toEqual([
    'paragraph: En kran lyfte klockan.',
    'paragraph: Den hänger.',
    'heading: Två ton',
    'paragraph: Den är tung.',
    'heading: Fakta: Klockan',
    'paragraph: Gjuten 1790.',
  ]);
});

test('idf: elements by their type, links as links, no pictures', () => {
  const story = item(
    `<idf xmlns="http://www.infomaker.se/idf/1.0"><group type="body"><element type="headline">Kran lyfter klocka</element><element type="dateline">Hamnstad</element><element type="preamble">En kran lyfte klockan.</element>
      <element type="body">Den
        <object type="x-im/link"><data><href>https://example.org/k</href><anchor>hänger</anchor></data></object>
        nu.</element><element type="subheadline2">Två ton</element><object type="x-im/image" title="Kranen"><data><caption>Kranen i tornet.</caption></data></object><element type="blockquote">Den är tung.</element><object type="x-im/content-part" title="Fakta"><data><subject>Klockan</subject><text format="html">&lt;p&gt;Gjuten 1790.&lt;/p&gt;</text></data></object></group></idf>`,
  );
  expect(story.dateline).toBe('Hamnstad');
  expect(story.body.map(shown)).toEqual([
    'paragraph: En kran lyfte klockan.',
    'paragraph: Den hänger nu.',
    'heading: Två ton',
    'quote: Den är tung.',
    'heading: Klockan',
    'paragraph: Gjuten 1790.',
  ]);
  expect(story.body[1]).toMatchObject({ marks: [{ kind: 'link', href: 'https://example.org/k' }] });
});

describe('a dateline below the first paragraph', () => {
  const line = (place: string) => `<p>${place}, April 2, 2026 (GLOBE NEWSWIRE) -- Crane Ltd lifted a bell.</p>`;

  test('is found behind a heading, which is the subhead, and a remark', () => {
    const story = pageItem(
      `<h3>Bell to ring soon</h3><p>All weights in tonnes</p>${line('HARBOURTON')}<p>It rang.</p>`,
    );
    expect(story).toMatchObject({
      subhead: 'Bell to ring soon',
      dateline: 'HARBOURTON, April 2, 2026 (GLOBE NEWSWIRE)',
    });
    expect(story.body.map(shown)).toEqual([
      'paragraph: All weights in tonnes',
      'paragraph: Crane Ltd lifted a bell.',
      'paragraph: It rang.',
    ]);
  });

  test('several are those of a round-up', () => {
    expect(pageItem(`<p>In short</p>${line('HARBOURTON')}${line('DOCKSIDE')}`).dateline).toBeUndefined();
  });
});

describe('names and classes of agencies', () => {
  test.each([
    '<mellanrubrik>Many came</mellanrubrik>',
    '<zwischentitel>Many came</zwischentitel>',
    '<p class="ntb mellomtittel">Many came</p>',
  ])('%s is a heading', (heading) => {
    expect(page(`<p>A crane lifted a bell.</p>${heading}<p>It rang.</p>`)).toEqual([
      'paragraph: A crane lifted a bell.',
      'heading: Many came',
      'paragraph: It rang.',
    ]);
  });

  test.each([
    '<bildtext>The bell. Photo: Anna Brook</bildtext>',
    '<p class="wp-caption-text">The bell.</p>',
    '<div class="image-credit">Anna Brook</div>',
    '<bildunterschrift>The bell.</bildunterschrift>',
  ])('%s is no text', (caption) => {
    expect(page(`<p>A crane lifted a bell.</p>${caption}<p>It rang.</p>`)).toEqual([
      'paragraph: A crane lifted a bell.',
      'paragraph: It rang.',
    ]);
  });
});
