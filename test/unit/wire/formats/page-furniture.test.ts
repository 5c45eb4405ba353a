import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { onlyOf } from '../reading.ts';

const TEXT = [
  'Der Kran im Hafen von Sandau hat am Donnerstag eine zwei Tonnen schwere Glocke auf den Turm gehoben.',
  'Die Arbeiten dauerten rund sechs Stunden, weil der Wind gegen Mittag deutlich auffrischte.',
  '„Wir sind froh, dass alles gut gegangen ist“, sagte Hafenmeister Ole Brandis am Abend.',
  'Nun soll sie am Sonntag zum ersten Mal wieder läuten, zunächst für eine Viertelstunde.',
];
const [one = '', two = '', three = '', four = ''] = TEXT.map((text) => `<p>${text}</p>`);
const HEADLINE = 'Kran hebt Glocke auf den Turm';
const page = (body: string, head = '') =>
  `<!doctype html><html lang="de"><head><title>${HEADLINE}</title><meta property="og:title" content="${HEADLINE}">${head}</head><body>${body}</body></html>`;
const textsOf = (html: string) => onlyOf(html).body.map(blockText);

describe('boxes of a page are none of its text', () => {
  test.each([
    [
      'cookies',
      '<div id="cookie-banner"><h2>Ihre Zustimmung</h2><p>Wir und unsere Partner verwenden Cookies.</p></div>',
    ],
    [
      'a newsletter',
      '<div class="newsletter-box"><h3>Newsletter</h3><p>Jeden Morgen das Wichtigste im Postfach.</p></div>',
    ],
    [
      'a newsletter, named by a program',
      '<div class="NewsletterSignup_root__f6"><p>Das Wichtigste im Postfach.</p></div>',
    ],
    [
      'comments',
      '<section id="comments"><h2>2 Kommentare</h2><div class="comment"><p>Eine tolle Sache!</p></div></section>',
    ],
    [
      'other articles',
      '<section class="related-articles"><article><h3><a href="/t">Kurz</a></h3><p>Ein Anreißer.</p></article></section>',
    ],
    ['a paywall', '<div class="paywall"><h2>Jetzt weiterlesen</h2><p>Testen Sie uns einen Monat lang.</p></div>'],
    ['an advertisement', '<div class="ad-slot">Anzeige</div>'],
    ['a caption', '<div class="image-caption">Der Kran am Turm. Foto: Brandis</div>'],
    ['an area that says so', '<div role="complementary"><p>Wetter: sonnig</p></div>'],
    [
      'a request of AMP',
      '<amp-user-notification layout="nodisplay">Wir verwenden Cookies. <button>Gut</button></amp-user-notification>',
    ],
  ])('%s', (_, box) => {
    expect(textsOf(page(`<article><h1>${HEADLINE}</h1>${one}${two}${box}${three}${four}</article>`))).toEqual(TEXT);
    expect(
      textsOf(page(`<div class="page"><h1>${HEADLINE}</h1><div>${one}${two}${three}${four}</div>${box}</div>`)),
    ).toEqual(TEXT);
  });

  test('but what is called so and holds the text is the text', () => {
    expect(textsOf(page(`<div class="social-news banner"><div class="topics">${one}${two}</div></div>`))).toEqual(
      TEXT.slice(0, 2),
    );
    expect(textsOf(page(`<main class="has-comments with-ads"><h1>${HEADLINE}</h1>${one}${two}</main>`))).toEqual(
      TEXT.slice(0, 2),
    );
  });

  test('even where they are most of the page', () => {
    const comments = Array.from(
      { length: 60 },
      (_, n) => `<div><p>Kommentar ${n} zu dieser schönen Geschichte.</p></div>`,
    );
    expect(
      textsOf(
        page(
          `<h1>${HEADLINE}</h1><div>${one}${two}${three}${four}</div><div class="comment-list">${comments.join('')}</div>`,
        ),
      ),
    ).toEqual(TEXT);
  });
});

describe('lines around the text', () => {
  test('kicker, author, date and reading time above it', () => {
    const above =
      '<p>Küste</p><h1>Kran hebt Glocke auf den Turm</h1><p>Stand: 02.04.2026, 14:05 Uhr</p><p>Lesedauer: 3 Minuten</p><p>Von Jule Petersen</p>';
    expect(textsOf(page(`<div>${above}${one}${two}</div>`))).toEqual(TEXT.slice(0, 2));
    expect(
      textsOf(page(`<div><h1>${HEADLINE}</h1><div>Von Jule Petersen · 2. April 2026 · 3 Min</div>${one}${two}</div>`)),
    ).toEqual(TEXT.slice(0, 2));
  });

  test.each([
    '<p><strong>Lesen Sie auch: <a href="/r">Risse in der Glocke</a></strong></p>',
    '<p>→ <a href="/w">Unseren WhatsApp-Kanal abonnieren</a></p>',
    '<p>Anzeige</p>',
    '<p><strong>Lire aussi : <a href="/r">La cloche fissurée</a></strong></p>',
  ])('%s in the middle of it', (line) => {
    expect(textsOf(page(`<article><h1>${HEADLINE}</h1>${one}${line}${two}</article>`))).toEqual(TEXT.slice(0, 2));
  });

  test('a sentence that begins like them stays', () => {
    const sentence = 'Lesen Sie auch gern, fragte er, und dann schwieg er den ganzen Abend lang.';
    expect(textsOf(page(`<article><h1>${HEADLINE}</h1>${one}<p>${sentence}</p></article>`))).toEqual([
      TEXT[0],
      sentence,
    ]);
  });
});

test('the article inside a main element with more to read', () => {
  const more =
    '<section><h2>Meistgelesen</h2><ol><li><a href="/1">Ein anderes Schiff</a></li></ol><p>Und mehr.</p></section>';
  expect(textsOf(page(`<main><article><h1>${HEADLINE}</h1>${one}${two}</article>${more}</main>`))).toEqual(
    TEXT.slice(0, 2),
  );
});

test('a live blog whose entries are articles', () => {
  const entries = TEXT.map((text, n) => `<article><h3>Eintrag ${n}</h3><p>${text}</p></article>`);
  expect(textsOf(page(`<div><h1>${HEADLINE}</h1><div class="live">${entries.join('')}</div></div>`))).toEqual(
    TEXT.flatMap((text, n) => [`Eintrag ${n}`, text]),
  );
});

test('a page that is a table of menu, text and advertisement', () => {
  const cells = `<td><a href="/">Start</a></td><td><h1>${HEADLINE}</h1><font>${TEXT.join('<br><br>')}</font></td><td><b>Anzeige</b></td>`;
  expect(textsOf(page(`<table><tr>${cells}</tr></table>`))).toEqual(TEXT);
});

describe('the time of a page', () => {
  const visible = (line: string) => `<article><h1>${HEADLINE}</h1><p>${line}</p>${one}${two}</article>`;
  const data =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"X","datePublished":"2026-04-02T09:00:00+02:00"}</script>';
  const meta = '<meta property="article:published_time" content="2026-04-02T10:00:00+02:00">';

  test.each([
    [
      'its data before all else',
      page(visible('Stand: 02.04.2026, 14:05 Uhr'), meta + data),
      '2026-04-02T09:00:00+02:00',
    ],
    [
      'its meta elements before its text',
      page(visible('Stand: 02.04.2026, 14:05 Uhr'), meta),
      '2026-04-02T10:00:00+02:00',
    ],
    ['its text', page(visible('Stand: 02.04.2026, 14:05 Uhr')), '2026-04-02T14:05:00+02:00'],
    [
      'its text, with the month in words',
      page(visible('Veröffentlicht am 2. April 2026, 14:05 Uhr')),
      '2026-04-02T14:05:00+02:00',
    ],
  ])('%s', (_, html, time) => {
    expect(onlyOf(html).publishedAt).toBe(time);
  });
});
