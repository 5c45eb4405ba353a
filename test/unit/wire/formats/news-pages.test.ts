import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { message } from '../../../../preload/contract/messages.ts';
import { onlyOf } from '../reading.ts';

const HEADLINE = 'Kran hebt Glocke auf den Turm';
const TEXT = [
  'Der Kran im Hafen von Sandau hat am Donnerstag eine zwei Tonnen schwere Glocke auf den Turm gehoben.',
  'Die Arbeiten dauerten rund sechs Stunden, weil der Wind gegen Mittag deutlich auffrischte.',
];
const [one = '', two = ''] = TEXT.map((text) => `<p>${text}</p>`);
const page = (body: string, { lang = 'de', title = HEADLINE, head = '' } = {}) =>
  onlyOf(`<!doctype html><html lang="${lang}"><head><title>${title}</title>${head}</head><body>${body}</body></html>`);
const article = (above: string, below = '', options = {}) =>
  page(`<article><h1>${HEADLINE}</h1>${above}${one}${two}${below}</article>`, options);
const textsOf = (story: ReturnType<typeof page>) => story.body.map(blockText);

describe('no text of an article is lost', () => {
  test('its lead in its header', () => {
    const story = page(
      `<article><header><h1>${HEADLINE}</h1><p>Am Sonntag läutet sie.</p></header>${one}${two}</article>`,
    );
    expect(textsOf(story)).toEqual(['Am Sonntag läutet sie.', ...TEXT]);
  });

  test('where teasers of others are marked as articles', () => {
    const teaser = (n: number) =>
      `<article><h3><a href="/${n}">Anderes ${n}</a></h3><p>${'Ein langer Anreißer für einen anderen Artikel. '.repeat(9)}</p></article>`;
    expect(
      textsOf(
        page(
          `<div><section><h1>${HEADLINE}</h1>${one}${two}</section><section>${teaser(1)}${teaser(2)}</section></div>`,
        ),
      ),
    ).toEqual(TEXT);
  });

  test('every entry of a live blog, with its hour and headline', () => {
    const entry = (hour: string, title: string, text: string) =>
      `<div><time>${hour} Uhr</time><h3>${title}</h3><p>${text}</p></div>`;
    const data = {
      '@type': 'LiveBlogPosting',
      headline: HEADLINE,
      datePublished: '2026-03-13T08:00:00+01:00',
      liveBlogUpdate: [
        { '@type': 'BlogPosting', headline: 'Er hebt', articleBody: TEXT[0] },
        { '@type': 'BlogPosting', headline: 'Er wartet', articleBody: TEXT[1] },
      ],
    };
    const story = page(
      `<main><h1>${HEADLINE}</h1><p>Alles im Überblick.</p>${entry('14:05', 'Er hebt', TEXT[0] ?? '')}${entry('13:40', 'Er wartet', TEXT[1] ?? '')}</main>`,
      { head: `<script type="application/ld+json">${JSON.stringify(data)}</script>` },
    );
    expect(textsOf(story)).toEqual([
      'Alles im Überblick.',
      '14:05 Uhr',
      'Er hebt',
      TEXT[0],
      '13:40 Uhr',
      'Er wartet',
      TEXT[1],
    ]);
  });
});

describe('who wrote it, and when', () => {
  test.each([
    ['<p>Von: Ole Brandt</p><p>Stand: 13.03.2026, 11:04 Uhr</p>', 'de', 'Ole Brandt', '2026-03-13T11:04:00+01:00'],
    ['<p>13.03.2026 – 11:04</p>', 'de', undefined, '2026-03-13T11:04:00+01:00'],
    [
      '<div><span>Par <a href="/j">Jane Roe</a></span><span>Publié le 13 mars 2026 à 11h04, modifié le 14 mars 2026 à 12h10</span><span>Temps de lecture : 2 min.</span></div>',
      'fr',
      'Jane Roe',
      '2026-03-13T11:04:00+01:00',
    ],
    [
      '<p>di Jane Roe</p><p>13 marzo 2026 alle 11:04 | Aggiornato alle 12:10 | 1 minuti di lettura</p>',
      'it',
      'Jane Roe',
      '2026-03-13T11:04:00+01:00',
    ],
    [
      '<div class="firma"><a href="/a">Ana Arroyo</a><span>Sandau - 13 MAR 2026 - 11:04 CET</span></div>',
      'es',
      'Ana Arroyo',
      '2026-03-13T11:04:00+01:00',
    ],
    ['<p>13 mrt 2026 om 11:04 <span>Update: 2 uur geleden</span></p>', 'nl', undefined, '2026-03-13T11:04:00+01:00'],
    [
      '<p class="byline">Ole Brandt<br>Journalist</p><p>Publisert: 13.03.2026 kl. 11:04</p><p>Sist oppdatert: I dag 12:10</p>',
      'nb',
      'Ole Brandt',
      '2026-03-13T11:04:00+01:00',
    ],
    [
      '<div><time datetime="2026-03-13T11:04:00Z">3 hours ago</time><div><span>Jane Roe</span><span>Transport correspondent</span></div></div>',
      'en',
      'Jane Roe',
      '2026-03-13T11:04:00Z',
    ],
    [
      '<p>Publiziert: 13.03.2026, 11:04</p><p>Aktualisiert: 13.03.2026, 12:10</p>',
      'de-CH',
      undefined,
      '2026-03-13T11:04:00+01:00',
    ],
  ])('%s', (above, lang, byline, publishedAt) => {
    const story = article(above, '', { lang });
    expect([story.byline, story.publishedAt]).toEqual([byline, publishedAt]);
    expect(textsOf(story)).toEqual(TEXT);
    expect(textsOf(article(`<p>Am Sonntag läutet sie.</p>${above}`, '', { lang }))).toEqual([
      'Am Sonntag läutet sie.',
      ...TEXT,
    ]);
  });

  test('in microdata', () => {
    const story = page(
      `<div><h1 itemprop="headline">${HEADLINE}</h1><span itemprop="author"><span itemprop="name">Jane Roe</span></span><span itemprop="publisher"><meta itemprop="name" content="Küstenblatt"></span><div itemprop="articleBody">${one}${two}</div></div>`,
    );
    expect([story.byline, story.source]).toEqual(['Jane Roe', 'Küstenblatt']);
  });

  test('who only sends it is no author', () => {
    const story = article('', '', {
      head: '<meta property="og:site_name" content="Nordfunk"><meta name="author" content="Nordfunk">',
    });
    expect([story.source, story.byline]).toEqual(['Nordfunk', undefined]);
  });
});

describe('headlines', () => {
  test('kicker and second headline', () => {
    const story = page(
      `<article><span>Verkehr</span><h1>${HEADLINE}</h1><h2>Am Sonntag läutet sie</h2>${one}${two}</article>`,
    );
    expect(story).toMatchObject({ headline: HEADLINE, kicker: 'Verkehr', subhead: 'Am Sonntag läutet sie' });
    expect(textsOf(story)).toEqual(TEXT);
  });

  test('a logo is none', () => {
    const story = page(
      `<header><h1><a href="/">Seeblatt</a></h1></header><div><h2>${HEADLINE}</h2>${one}${two}</div>`,
      {
        head: `<meta property="og:title" content="${HEADLINE}">`,
      },
    );
    expect(story.headline).toBe(HEADLINE);
    expect(textsOf(story)).toEqual(TEXT);
  });

  test('an embargo on its line is none, nor its day that of sending', () => {
    const story = page(
      `<main><h1>Sperrfrist 17.03.2026, 12 Uhr: ${HEADLINE}</h1><p>13. März 2026, 9.00 Uhr</p>${one}${two}</main>`,
    );
    expect(story).toMatchObject({ headline: HEADLINE, embargoUntil: '2026-03-17T12:00:00+01:00' });
    expect(story.publishedAt).toMatch(/^2026-03-13/);
    expect(textsOf(story)).toEqual(TEXT);
  });

  test('breadcrumbs are no kicker', () => {
    const story = page(
      `<div><p>Sie sind hier: <a href="/">Start</a> &gt; Glocke</p><h1>${HEADLINE}</h1>${one}${two}</div>`,
    );
    expect(story.kicker).toBeUndefined();
  });

  test('without the name of the site, which is the source', () => {
    const story = page(`<div><div>${HEADLINE}</div><div>${one}${two}</div></div>`, {
      title: `${HEADLINE} - Hafenkurier`,
    });
    expect(story).toMatchObject({ headline: HEADLINE, source: 'Hafenkurier' });
    expect(textsOf(story)).toEqual(TEXT);
  });

  test('of a print version', () => {
    const story = page(
      `<p>Küstenblatt</p><h2>${HEADLINE}</h2>${one}${two}<p><a href="javascript:close()">Fenster schließen</a></p>`,
      {
        title: 'Küstenblatt - Druckversion',
      },
    );
    expect(story).toMatchObject({ headline: HEADLINE, source: 'Küstenblatt' });
    expect(textsOf(story)).toEqual(TEXT);
  });
});

describe('what is around it', () => {
  test.each([
    [
      'buttons',
      '<ul><li>Share</li><li>Copy link</li></ul><p>Merken</p><p>2 Kommentare</p><p><a href="#">Drucken</a> | <a href="#">Teilen</a></p>',
    ],
    ['a row of links', '<p><a href="/a">Start</a> <a href="/b">Lokales</a> <a href="/c">Sport</a></p>'],
    ['an offer to share', '<p>Deel dit artikel</p><p>CLICK HERE TO GET THE APP</p>'],
    ['a frame that may not be shown', '<p>Dieses Video kann nicht abgespielt werden</p>'],
  ])('%s', (_, box) => {
    expect(textsOf(article(box, box))).toEqual(TEXT);
  });

  test('a heading of one word is one of the text', () => {
    expect(textsOf(article('', `<h2>Folgen</h2>${one}`))).toEqual([...TEXT, 'Folgen', TEXT[0]]);
  });

  test('other articles are related', () => {
    const story = article(
      '',
      '<p><a href="/x">Turm wird im Sommer saniert</a></p><h2>Mehr zum Thema Glocken</h2><ul><li><a href="/y">Warum Glocken läuten</a></li><li><a href="/z">Ein Turm zieht um</a></li></ul>',
    );
    expect(textsOf(story)).toEqual(TEXT);
    expect(story.related.map(({ text }) => text)).toEqual([
      'Turm wird im Sommer saniert',
      'Warum Glocken läuten',
      'Ein Turm zieht um',
    ]);
  });

  test.each([
    '<div><h2>Jetzt weiterlesen mit KB+</h2><p>4 Wochen für 1 Euro testen</p><p>Sie haben bereits ein Abo? Anmelden</p></div>',
    '<p>Il vous reste 62.5% de cet article à lire. La suite est réservée aux abonnés.</p>',
    '<p>Subscribe to continue reading</p><p>From 1 pound a week</p>',
  ])('an offer to subscribe ends it: %s', (offer) => {
    const story = article('', offer);
    expect(textsOf(story)).toEqual(TEXT);
    expect(story.file.warnings).toContainEqual(message('html.paywall', {}));
  });

  test.each([
    [
      '<p><em>This article was amended on 13 March 2026. An earlier version gave the weight as three tons.</em></p>',
      'correction',
    ],
    ['<p>In einer früheren Version dieses Artikels hieß es, die Glocke wiege drei Tonnen.</p>', 'correction'],
    ['<p>Rubriklistenbild: © Ole Brandt</p>', 'copyright'],
    ['<p>Le Courrier avec AFP</p>', 'nonpublic'],
    ['<p>Jane Roe is a reporter at Lakes TV.</p>', 'nonpublic'],
  ])('below it a note: %s', (below, kind) => {
    const story = article('<p>By Jane Roe</p>', below);
    expect(textsOf(story)).toEqual(TEXT);
    expect(story.notes.map((note) => note.kind)).toEqual([kind]);
  });
});

test('neighbours that only styles keep apart are words of their own', () => {
  const story = article(
    '',
    '<p><span>Hafen Sandau</span><span>Turm</span> und <span>i</span><span>Phone</span>, <b>A</b>B</p>',
  );
  expect(textsOf(story).at(-1)).toBe('Hafen Sandau Turm und i Phone, AB');
});
