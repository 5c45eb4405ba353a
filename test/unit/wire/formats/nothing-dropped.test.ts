import { describe, expect, test } from 'vitest';
import { onlyOf, readText } from '../reading.ts';

const bodyOf = (text: string) => onlyOf(text).body.map((block) => ('text' in block ? block.text : block.type));
const warningsOf = (text: string) => onlyOf(text).file.warnings.map(({ code }) => code);

describe('what a story repeats is not the stories', () => {
  const release = (more: string) =>
    `<?xml version="1.0"?><mitteilung id="31" lang="de"><titel>Kran hebt Glocke</titel><vorspann>Zwei Tage hat es gedauert.</vorspann><text>Die Glocke hängt im Turm. Sie wiegt zwei Tonnen.</text><datum>02.04.2026 10:30</datum>${more}</mitteilung>`;

  test.each([
    [
      'contacts',
      '<contacts><contact><name>Anna Brook</name><title>Pressestelle</title><phone>0123 45</phone></contact><contact><name>Ole Brandt</name><title>Leiter</title><phone>0123 46</phone></contact></contacts>',
    ],
    [
      'pictures',
      '<images><image><title>Kran</title><description>Der Kran am Turm</description></image><image><title>Glocke</title><description>Die Glocke am Haken</description></image></images>',
    ],
    [
      'links',
      '<links><link><title>Glockenguss</title><url>https://example.org/1</url></link><link><title>Turmbau</title><url>https://example.org/2</url></link></links>',
    ],
    [
      'pictures beside each other',
      '<bild><titel>Kran</titel><datei>a.jpg</datei></bild><bild><titel>Glocke</titel><datei>b.jpg</datei></bild>',
    ],
  ])('%s', (_, more) => {
    expect(onlyOf(release(more))).toMatchObject({
      headline: 'Kran hebt Glocke',
      publishedAt: '2026-04-02T10:30:00+02:00',
    });
    expect(bodyOf(release(more))).toEqual([
      'Zwei Tage hat es gedauert.',
      'Die Glocke hängt im Turm. Sie wiegt zwei Tonnen.',
    ]);
  });

  test('contacts are notes, and an entry with a label is a category', () => {
    const story = onlyOf(
      release(
        '<contacts><contact id="1"><name>Anna Brook</name><title>Pressestelle</title><phone>0123 45</phone></contact></contacts><categories><category id="5"><label>Handwerk</label></category></categories>',
      ),
    );
    expect(story.notes).toEqual([{ kind: 'contact', text: 'Anna Brook, Pressestelle, 0123 45' }]);
    expect(story.categories).toEqual(['Handwerk']);
  });

  test('children with a text are stories, whatever the list is called', () => {
    const item = (title: string) => `<item><title>${title}</title><text>${title}, so der Hafen.</text></item>`;
    const parsed = readText(
      `<news><title>Hafenfunk</title><description>Neues vom Hafen</description>${item('Eins')}${item('Zwei')}</news>`,
    );
    expect(parsed).toMatchObject({ dispatches: [{ headline: 'Eins' }, { headline: 'Zwei' }] });
  });
});

describe('a root that HTML or Atom know by name, with elements they do not know', () => {
  test.each(['article', 'section', 'body', 'main', 'entry', 'div'])('%s', (root) => {
    const text = `<${root}><title>Kran hebt Glocke</title><body>Die Glocke hängt im Turm. Sie wiegt zwei Tonnen.</body><published>2026-04-02T10:30:00+02:00</published></${root}>`;
    expect(onlyOf(text)).toMatchObject({
      headline: 'Kran hebt Glocke',
      publishedAt: '2026-04-02T10:30:00+02:00',
      file: { format: 'xml' },
    });
    expect(bodyOf(text)).toEqual(['Die Glocke hängt im Turm. Sie wiegt zwei Tonnen.']);
  });

  test('parts of pages stay pages', () => {
    const page =
      '<article class="news"><h1>Kran hebt Glocke</h1><p>Die Glocke hängt im Turm.</p><time datetime="2026-04-02T10:30:00+02:00">heute</time></article>';
    expect(onlyOf(page)).toMatchObject({ headline: 'Kran hebt Glocke', file: { format: 'html' } });
  });
});

test('line breaks of pretty-printed XML are spaces', () => {
  const text = `<meldung><titel>Kran hebt Glocke</titel><text>Die Glocke hängt im Turm. Sie wiegt
      zwei Tonnen und läutet am Sonntag
      zum ersten Mal,
      sagte der Meister.</text></meldung>`;
  expect(bodyOf(text)).toEqual([
    'Die Glocke hängt im Turm. Sie wiegt zwei Tonnen und läutet am Sonntag zum ersten Mal, sagte der Meister.',
  ]);
});

test('paragraphs that a blank line parts stay apart', () => {
  const text =
    '<meldung><titel>Kran hebt Glocke</titel><text>  Die Glocke hängt im Turm.\n\n  Sie wiegt zwei Tonnen.</text></meldung>';
  expect(bodyOf(text)).toEqual(['Die Glocke hängt im Turm.', 'Sie wiegt zwei Tonnen.']);
});

describe('while text remains, a file is shown as plain text', () => {
  const sentence = 'Der Kran hat die Glocke am Donnerstag in den Turm gehoben.';
  test.each([
    ['JSON of unknown keys', JSON.stringify({ a: { b: [{ c: sentence }, { d: 7 }] } })],
    ['XML of unknown names', `<x><y kind="1"><z>${sentence}</z></y><w>7</w></x>`],
    ['NITF without its parts', `<nitf><head><docdata/></head><tobject>${sentence}</tobject></nitf>`],
    ['a feed of another kind', `<feed><row><col>${sentence}</col></row></feed>`],
    [
      'an answer that only looks like AP',
      JSON.stringify({ api_version: '1', data: { items: [{ item: { note1: sentence } }] } }),
    ],
  ])('%s', (_, text) => {
    expect(bodyOf(text)).toEqual([sentence]);
    expect(warningsOf(text)).toContain('text.as-plain');
  });

  test('no text remains in settings', () => {
    expect(readText('{"port": 8080, "host": "localhost"}')).toMatchObject({ problem: { reason: 'not-a-story' } });
    expect(readText('<config><port>8080</port></config>')).toMatchObject({ problem: { reason: 'not-a-story' } });
  });

  test('a format that fails hands its file to the next', () => {
    const text =
      '<NewsML><Item><Headline>Kran hebt Glocke</Headline><Text>Die Glocke hängt im Turm.</Text></Item></NewsML>';
    expect(onlyOf(text)).toMatchObject({ headline: 'Kran hebt Glocke', file: { format: 'xml' } });
  });
});

test('an answer of Reuters Connect: XHTML whose empty title takes nothing in', () => {
  const item = {
    uri: 'tag:reuters.com,2026:newsml_L2N1BELL',
    versionCreated: '2026-04-02T08:30:00.000Z',
    slug: 'BELL-TOWER/',
    byLine: 'JANE ROE',
    headLine: 'Crane lifts bell',
    bodyXhtml:
      '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p/><p>HARBOURTON, April 2 (Reuters) - A crane lifted a bell on Thursday.</p><b/><p>It weighs two tonnes.</p></body></html>',
    urgency: 4,
    subject: [{ name: 'Europe', code: 'N2:EUROP' }],
  };
  const story = onlyOf(JSON.stringify({ data: { item } }));
  expect(story).toMatchObject({
    headline: 'Crane lifts bell',
    byline: 'JANE ROE',
    source: 'Reuters',
    urgency: 4,
    slug: 'BELL-TOWER/',
    categories: ['Europe'],
    dateline: 'HARBOURTON, April 2 (Reuters)',
    body: [
      { type: 'paragraph', text: 'A crane lifted a bell on Thursday.' },
      { type: 'paragraph', text: 'It weighs two tonnes.' },
    ],
  });
});

test('an element with very many children is read', () => {
  const rows = '<z/>'.repeat(140_000);
  const text = `<meldung><titel>Kran hebt Glocke</titel><text>Die Glocke hängt im Turm.</text><r>${rows}</r></meldung>`;
  expect(onlyOf(text)).toMatchObject({ headline: 'Kran hebt Glocke', file: { format: 'xml' } });
});

test('names in the language of the sender, and what belongs to pictures', () => {
  const dispatch = onlyOf(
    '<meldung><kopf><schlagzeile>Kran hebt Glocke</schlagzeile><verfasser>Anna Brook</verfasser><zeit>02.04.2026 10:30</zeit></kopf><inhalt><absatz>Die Glocke hängt im Turm.</absatz><zwischentitel>Zwei Tage</zwischentitel><absatz>Sie wiegt zwei Tonnen.</absatz><bildunterschrift>Der Kran.</bildunterschrift><bildquelle>Ole Brandt</bildquelle></inhalt></meldung>',
  );
  expect(dispatch).toMatchObject({
    headline: 'Kran hebt Glocke',
    byline: 'Anna Brook',
    publishedAt: '2026-04-02T10:30:00+02:00',
    body: [
      { type: 'paragraph', text: 'Die Glocke hängt im Turm.' },
      { type: 'heading', text: 'Zwei Tage' },
      { type: 'paragraph', text: 'Sie wiegt zwei Tonnen.' },
    ],
  });
  expect(dispatch.body).toHaveLength(3);
});

test('short sentences below names that nobody knows are text', () => {
  expect(bodyOf('<export><aa><bb>Ships waited.</bb></aa><aa><bb>The lock opened.</bb></aa></export>')).toEqual([
    'Ships waited.',
    'The lock opened.',
  ]);
});

test('what Superdesk has beside the text', () => {
  const item = {
    guid: 'urn:newsml:nord.example:2026-11-20T10:00:00:1',
    type: 'text',
    version: '3',
    versioncreated: '2026-11-20T10:00:00+0000',
    headline: 'Lock opens',
    abstract: '<p>The lock is back.</p>',
    dateline: { text: 'SANDAU, Nov 20 AAP -', located: { city: 'Sandau' } },
    body_html: '<p>The lock opened.</p>',
    source: 'AAP',
    sign_off: 'jr',
  };
  expect(onlyOf(JSON.stringify(item))).toMatchObject({
    subhead: 'The lock is back.',
    dateline: 'SANDAU, Nov 20 AAP',
    place: 'SANDAU',
    notes: [{ kind: 'nonpublic', text: 'jr' }],
  });
});
