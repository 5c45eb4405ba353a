import { describe, expect, test } from 'vitest';
import { textsOf } from '../markup-fixture.ts';
import { dispatchesOf, onlyOf } from '../reading.ts';

/** A NewsML-G2 item around its metadata and text. */
const g2 = (content: string, set: string, attributes = ''): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="1" ${attributes}>
  <catalog><scheme alias="mt" uri="http://cv.iptc.org/newscodes/mediatopic"/></catalog>
  <itemMeta><itemClass qcode="ninat:text"/><provider literal="ats"/><versionCreated>2026-11-20T10:00:00+01:00</versionCreated></itemMeta>
  <contentMeta>${content}</contentMeta><contentSet>${set}</contentSet></newsItem>`;

describe('NewsML-G2', () => {
  test('of texts in several languages the one of the item has its id', () => {
    const inLanguage = (language: string, text: string) =>
      `<inlineXML xml:lang="${language}"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${text}</p></body></html></inlineXML>`;
    const headlines = '<headline xml:lang="de">Hafen zu</headline><headline xml:lang="fr">Le port est fermé</headline>';
    const own = (xml: string) =>
      dispatchesOf(new TextEncoder().encode(xml)).dispatches.find(({ id }) => !id.includes('#'));
    const french = { headline: 'Le port est fermé', body: [{ text: 'Le port ne travaille pas.' }] };
    const both = inLanguage('de', 'Der Hafen ist zu.') + inLanguage('fr', 'Le port ne travaille pas.');
    expect(own(g2(headlines, both, 'xml:lang="fr"'))).toMatchObject(french);
    const plain =
      '<inlineData xml:lang="fr">Fermé.</inlineData><inlineData xml:lang="de">Der Hafen bleibt zu.</inlineData>';
    expect(own(g2(headlines, plain, 'xml:lang="fr"'))).toMatchObject({ body: [{ text: 'Fermé.' }] });
  });

  test('the address of a vocabulary may lack its last slash', () => {
    const subject = '<subject type="cpnat:abstract" qcode="mt:15000000"/><headline>Port</headline>';
    expect(onlyOf(g2(subject, '<inlineData>Text.</inlineData>')).categories).toEqual(['sport']);
  });
});

describe('feeds with Media RSS', () => {
  const rss = (item: string): string =>
    `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>
    <title>Hafenradio</title><link>https://r.example</link><item>${item}<pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate></item></channel></rss>`;

  test('the name and the credit of a picture are not those of the story', () => {
    const story = onlyOf(
      rss(`<media:title>Ein Kran</media:title><media:description>Bildtext</media:description>
        <media:content url="https://r.example/k.jpg"><media:credit>Foto: Jane Roe</media:credit></media:content>
        <title>Hafen zu</title><description>Der Hafen ist zu.</description>`),
    );
    expect([story.headline, ...textsOf(story)]).toEqual(['Hafen zu', 'Der Hafen ist zu.']);
  });

  test('what a film shows is its text where there is no other', () => {
    const film = '<media:description>Die Flut in Bildern.</media:description>';
    const grouped = rss(`<title>Flut</title><media:group><media:title>x</media:title>${film}</media:group>`);
    expect(textsOf(onlyOf(grouped))).toEqual(['Die Flut in Bildern.']);
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:m="http://search.yahoo.com/mrss/"><title>Kanal</title><entry>
      <id>yt:video:a</id><title>Flut</title><updated>2026-11-20T10:00:00Z</updated><m:group>${film.replaceAll('media:', 'm:')}</m:group></entry></feed>`;
    expect(textsOf(onlyOf(atom))).toEqual(['Die Flut in Bildern.']);
  });
});

describe('footers of feeds', () => {
  const entry = (html: string): string =>
    `<rss version="2.0"><channel><title>Hafen &amp;amp; Kai</title><item><guid>1</guid><title>Hafen zu</title><description><![CDATA[${html}]]></description></item></channel></rss>`;
  const link = '<a href="https://h.example/1">Hafen</a>';

  test.each([
    `<p>Der Beitrag ${link} erschien zuerst auf ${link}.</p>`,
    `<p>The post ${link} appeared first on ${link}.</p>`,
    `<a href="https://h.example/1">Continue reading...</a>`,
  ])('%s is left out', (footer) => {
    const story = onlyOf(entry(`<p>Der Hafen ist zu.</p>${footer}`));
    expect(textsOf(story)).toEqual(['Der Hafen ist zu.']);
    expect(story.source).toBe('Hafen & Kai');
  });

  test.each([
    '<p>Der Beitrag Merz erschien zuerst auf Platte.</p>',
    '<p>The post office appeared first on <b>a map</b> of 1900.</p>',
  ])('a sentence of the story stays: %s', (last) => {
    expect(textsOf(onlyOf(entry(`<p>Der Hafen ist zu.</p>${last}`)))).toHaveLength(2);
  });
});

describe('a kill that only the headline orders', () => {
  const newsml1 = (headline: string, text: string): string =>
    `<NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><ProviderId>afp.example</ProviderId><DateId>20261120</DateId><NewsItemId>X1</NewsItemId></NewsIdentifier></Identification>
    <NewsManagement><ThisRevisionCreated>20261120T101500Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
    <NewsComponent><NewsLines><HeadLine>${headline}</HeadLine></NewsLines><ContentItem><DataContent><p>${text}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`;

  test('in NewsML 1 and NewsML-G2', () => {
    expect(onlyOf(newsml1('KILL KILL KILL', 'The fire did not happen.'))).toMatchObject({ status: 'killed' });
    expect(onlyOf(newsml1('KILL: Port fire', 'Please kill item 0157.'))).toMatchObject({
      status: 'killed',
      refersTo: [{ relation: 'kills', number: '0157' }],
    });
    const order = g2('<headline>ADVISORY: KILL - Port fire</headline>', '<inlineData>It did not happen.</inlineData>');
    expect(onlyOf(order)).toMatchObject({ status: 'killed' });
  });

  test('news of a killing stays', () => {
    expect(onlyOf(newsml1('KILLER whale seen in port', 'It swam on.')).status).toBe('usable');
    expect(onlyOf(newsml1('Storms kill four', 'It rained.')).status).toBe('usable');
  });
});

test('posts as WordPress hands them out: texts a level deeper, numbers for names', () => {
  const post = {
    ...{
      id: 12,
      date: '2026-11-20T10:00:00',
      guid: { rendered: 'https://h.example/?p=12' },
      link: 'https://h.example/hafen',
    },
    ...{
      title: { rendered: 'Hafen &#8222;zu&#8220;' },
      content: { rendered: '<p>Der Hafen ist zu.</p>', protected: false },
    },
    ...{ excerpt: { rendered: '<p>Kurz.</p>' }, author: 3, categories: [1, 2], tags: [] },
  };
  const story = onlyOf(JSON.stringify([post]));
  expect(story).toMatchObject({
    id: 'https://h.example/?p=12',
    headline: 'Hafen „zu“',
    categories: [],
  });
  expect(story.source).toBeUndefined();
  expect(story.byline).toBeUndefined();
  expect(textsOf(story)).toEqual(['Der Hafen ist zu.']);
});

test('a year among the keywords is no key', () => {
  expect(
    onlyOf(JSON.stringify({ title: 'Hafen zu', body: 'Er ist zu.', tags: ['2026', 'Hafen', '17'] })),
  ).toMatchObject({
    keywords: ['2026', 'Hafen'],
  });
});

test('a picture in NITF is read by its caption', () => {
  const picture = onlyOf(
    `<nitf><head><docdata><doc-id id-string="p1" regsrc="AP"/><date.issue norm="20261120T100000Z"/></docdata></head><body><body.head><hedline><hl1>Port</hl1></hedline></body.head>
    <body.content><media media-type="image"><media-reference source="a.jpg"/><media-caption><p>A crane on Friday.</p></media-caption></media></body.content></body></nitf>`,
  );
  expect([picture.signal, ...textsOf(picture)]).toEqual(['advisory', 'A crane on Friday.']);
});

test('what Reuters puts above its dateline and below its text is none of the text', () => {
  const page = [
    '(Adds quotes)',
    'By Anna Brook',
    'LONDON, Nov 20 (Reuters) - Dockers walked out.',
    '((anna@example.com))',
  ];
  const text = page.map((paragraph) => `<p>${paragraph}</p>`).join('');
  const story = onlyOf(
    g2(
      '<headline>Strike</headline>',
      `<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>${text}</body></html></inlineXML>`,
    ),
  );
  expect(story).toMatchObject({ dateline: 'LONDON, Nov 20 (Reuters)', byline: 'Anna Brook' });
  expect(textsOf(story)).toEqual(['Dockers walked out.']);
  expect(story.notes.map((note) => note.kind)).toEqual(['editor', 'contact']);
});

test('of a text in several languages NewsML 1 gives the one of its first headline', () => {
  const part = (language: string, headline: string, text: string) =>
    `<NewsComponent xml:lang="${language}"><NewsLines><HeadLine>${headline}</HeadLine></NewsLines><ContentItem><DataContent>${text}</DataContent></ContentItem></NewsComponent>`;
  const story = onlyOf(
    `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>x.ch</ProviderId><NewsItemId>1</NewsItemId></NewsIdentifier></Identification><NewsManagement><ThisRevisionCreated>20261120T101500+0100</ThisRevisionCreated></NewsManagement>
    <NewsComponent EquivalentsList="yes">${part('fr', 'Port fermé', 'Fermé.')}${part('de', 'Hafen zu', 'Der Hafen ist zu und bleibt es.')}</NewsComponent></NewsItem></NewsML>`,
  );
  expect([story.language, story.headline, ...textsOf(story)]).toEqual(['fr', 'Port fermé', 'Fermé.']);
  expect(story.file.warnings).toContainEqual({
    code: 'text.other-language',
    values: { language: 'de', headline: 'Hafen zu' },
  });
});

test('the author of a feed is a name, a headline out of the text does not stop at a date', () => {
  const story = onlyOf(
    '<rss version="2.0"><channel><title>X</title><item><guid>1</guid><author>presse@l.example (Jane Roe)</author><description>&lt;p&gt;Der Hafen bleibt bis zum 20. November geschlossen. Dann öffnet er.&lt;/p&gt;</description></item></channel></rss>',
  );
  expect(story).toMatchObject({ byline: 'Jane Roe', headline: 'Der Hafen bleibt bis zum 20. November geschlossen.' });
});
