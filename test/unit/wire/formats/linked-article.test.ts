import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { onlyOf } from '../reading.ts';

const textOf = (dispatch: ReturnType<typeof onlyOf>) => dispatch.body.map(blockText).join('\n');

describe('a page that describes its article in JSON-LD', () => {
  const article = {
    '@type': 'NewsArticle',
    headline: 'Hafen &amp; Schleuse öffnen',
    datePublished: '2026-03-10T08:00:00+01:00',
    dateModified: '2026-03-10T09:00:00+01:00',
    author: [{ '@type': 'Person', name: 'Jane Roe' }, 'Ole Brandt'],
    publisher: { '@type': 'Organization', name: 'Nordpresse' },
    articleSection: ['Wirtschaft', 'Häfen'],
    keywords: 'Hafen, Schleuse',
    inLanguage: 'de-DE',
    articleBody: 'Der Hafen öffnet am Montag.\n\nDie Schleuse folgt am Dienstag.',
  };
  const page = (data: unknown, body = '', head = '') =>
    onlyOf(
      `<!doctype html><html><head>${head}<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script></head><body>${body}</body></html>`,
    );

  test.each([
    ['alone', article],
    ['in a list', [{ '@type': 'BreadcrumbList' }, article]],
    [
      'in a graph',
      {
        '@graph': [
          { '@type': 'WebSite', name: 'Nord' },
          { ...article, '@type': ['ReportageNewsArticle'] },
        ],
      },
    ],
  ])('%s shows what the page lacks', (_, data) => {
    const dispatch = page(data);
    expect(dispatch).toMatchObject({
      headline: 'Hafen & Schleuse öffnen',
      publishedAt: '2026-03-10T08:00:00+01:00',
      byline: 'Jane Roe, Ole Brandt',
      source: 'Nordpresse',
      categories: ['Wirtschaft', 'Häfen'],
      keywords: ['Hafen', 'Schleuse'],
      language: 'de-DE',
    });
    expect(textOf(dispatch)).toBe('Der Hafen öffnet am Montag.\nDie Schleuse folgt am Dienstag.');
  });

  test('what the page itself has comes first, but for author and time', () => {
    const dispatch = page(
      article,
      '<article><h1>Hafen öffnet</h1><p>Der Text der Seite.</p></article>',
      '<meta name="author" content="Ann Lund"><meta property="article:published_time" content="2026-03-10T07:00:00+01:00"><meta property="article:section" content="Land"><meta name="keywords" content="Kai"><meta property="og:site_name" content="Nord">',
    );
    expect(dispatch).toMatchObject({
      headline: 'Hafen öffnet',
      byline: 'Jane Roe, Ole Brandt',
      publishedAt: '2026-03-10T08:00:00+01:00',
      categories: ['Land'],
      keywords: ['Kai'],
      source: 'Nord',
    });
    expect(textOf(dispatch)).toBe('Der Text der Seite.');
  });

  test.each([
    ['several articles', [article, { ...article, headline: 'Mühle schließt' }]],
    ['something else', { '@type': 'Product', headline: 'Schiff', articleBody: 'Ein Schiff.' }],
    ['damage', '{"@type":"NewsArticle","headline":'],
    ['no record', '[null, 1, "NewsArticle"]'],
  ])('%s changes nothing', (_, data) => {
    const dispatch = page(data, '<h1>Überblick</h1><p>Der Text der Seite.</p>');
    expect(dispatch).toMatchObject({ headline: 'Überblick', categories: [] });
    expect(dispatch.source).toBeUndefined();
    expect(textOf(dispatch)).toBe('Der Text der Seite.');
  });
});
