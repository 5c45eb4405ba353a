import { describe, expect, test } from 'vitest';
import { onlyOf } from '../reading.ts';

const data = (more: object = {}) => ({
  '@type': 'NewsArticle',
  headline: 'Kran hebt Glocke',
  datePublished: '2026-04-02T10:30:00+02:00',
  author: { '@type': 'Person', name: 'Anna Brook' },
  ...more,
});
const page = (body: string, linked: object = data(), head = '') =>
  onlyOf(
    `<!DOCTYPE html><html lang="de"><head>${head}<script type="application/ld+json">${JSON.stringify(linked)}</script></head><body><article>${body}</article></body></html>`,
  );
const textsOf = (...args: Parameters<typeof page>) =>
  page(...args).body.map((block) => ('text' in block ? block.text : block.type));

const above =
  '<ul class="breadcrumb"><li><a href="/">Start</a></li><li><a href="/r">Region</a></li></ul><h1>Kran hebt Glocke</h1><p>Von <a href="/a">Anna Brook</a></p><p>02.04.2026, 10:30 Uhr</p>';
const below =
  '<h2>Mehr zum Thema</h2><ul><li><a href="/x">Turm steht schief</a></li></ul><h3>Empfehlungen</h3><p><a href="/y">Lesen Sie auch dies</a></p>';
const story = '<p>Die Glocke hängt im Turm.</p><h2>Zwei Tonnen</h2><p>Sie wiegt <a href="/t">zwei Tonnen</a>.</p>';
const shown = ['Die Glocke hängt im Turm.', 'Zwei Tonnen', 'Sie wiegt zwei Tonnen.'];

test('author and time are those of the data, and no address is a byline', () => {
  const head =
    '<meta property="article:author" content="https://www.example.org/blatt"><meta property="article:published_time" content="2026-04-02">';
  expect(page(story, data(), head)).toMatchObject({ byline: 'Anna Brook', publishedAt: '2026-04-02T10:30:00+02:00' });
  expect(page(story, { '@type': 'WebSite' }, head).byline).toBeUndefined();
});

describe('what surrounds the text of an article is not its text', () => {
  test('by the text in the data', () => {
    const articleBody = 'Die Glocke hängt im Turm.\n\nSie wiegt zwei Tonnen.';
    const inside = story.replace(
      '</p>',
      '</p><p><a href="/abo">Jetzt abonnieren und weiterlesen</a></p><p>Anzeige</p>',
    );
    expect(textsOf(above + inside + below, data({ articleBody }))).toEqual(shown);
  });

  test.each([
    ['by the rules for pages', data()],
    ['where the data has a shorter text', data({ articleBody: 'Die Glocke hängt.' })],
    ['where the data has nothing', {}],
  ])('%s', (_, linked) => {
    const start = 'author' in linked ? above : above.replace(/<p>Von.*?<\/p>/, '');
    expect(textsOf(start + story + below, linked)).toEqual(shown);
  });

  test('a text below a box goes on', () => {
    expect(
      textsOf(`<p>Die Glocke hängt.</p><h3>Lesen Sie auch</h3><p><a href="/x">Turm</a></p><p>Sie läutet.</p>`),
    ).toEqual(['Die Glocke hängt.', 'Sie läutet.']);
  });

  test('lists and headings of the text stay', () => {
    expect(
      textsOf(
        '<p>Es läuten:</p><ul><li>die <a href="/g">große</a> Glocke</li><li>die kleine</li></ul><h2>Themen der Messe</h2><p>Musik.</p>',
      ),
    ).toEqual(['Es läuten:', 'list', 'Themen der Messe', 'Musik.']);
  });
});

test('links lead to the page they mean, or nowhere', () => {
  const links = (head = '') => page(story, {}, head).body.flatMap((block) => ('marks' in block ? block.marks : []));
  expect(links()).toEqual([]);
  expect(links('<link rel="canonical" href="https://blatt.example/r/1">')).toMatchObject([
    { href: 'https://blatt.example/t' },
  ]);
});

test('a live blog has its entries', () => {
  const linked = {
    ...data(),
    '@type': 'LiveBlogPosting',
    liveBlogUpdate: [
      { '@type': 'BlogPosting', headline: '10.30 Uhr', articleBody: 'Die Glocke hängt.' },
      { '@type': 'BlogPosting', headline: '10.00 Uhr', articleBody: 'Der Kran ist da.' },
    ],
  };
  expect(textsOf('<h1>Kran hebt Glocke</h1>', linked)).toEqual([
    '10.30 Uhr',
    'Die Glocke hängt.',
    '10.00 Uhr',
    'Der Kran ist da.',
  ]);
});
