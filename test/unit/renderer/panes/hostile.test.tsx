import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Block, RichText } from '../../../../preload/contract/contract.ts';
import { headline, openReader, rows } from '../open-reader.tsx';
import { story } from '../stories.ts';

const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/;
const hostile = (name: string) => `${name} <img src=x onerror=alert(1)> \u202e${name}\u2066 <script>alert(1)</script>`;
const rich: RichText = {
  text: hostile('rich'),
  marks: [{ from: 0, to: 4, kind: 'link', href: 'https://example.invalid/' }],
};
const body: Block[] = [
  { type: 'paragraph', ...rich },
  { type: 'heading', level: 2, text: hostile('heading') },
  { type: 'quote', text: hostile('quote') },
  { type: 'list', ordered: false, items: [{ text: hostile('item') }] },
  {
    type: 'table',
    caption: hostile('caption'),
    header: [{ text: hostile('head') }],
    rows: [[{ text: hostile('cell') }]],
  },
  { type: 'preformatted', text: hostile('pre') },
];

test('hostile values of every field are text, and none of them turns the window', async () => {
  const { client, user } = await openReader();
  const dispatch = story(-1);
  client.arrive({
    ...dispatch,
    headline: hostile('headline'),
    kicker: hostile('kicker'),
    subhead: hostile('subhead'),
    byline: hostile('byline'),
    slug: hostile('slug'),
    number: hostile('number'),
    source: hostile('source'),
    publishedRaw: hostile('raw'),
    categories: [hostile('category')],
    keywords: [hostile('keyword')],
    body,
    notes: [{ kind: 'editor', text: hostile('note') }],
    related: [
      {
        text: hostile('text'),
        headline: hostile('teaser'),
        lead: hostile('lead'),
        certain: true,
        category: hostile('meta'),
      },
    ],
    file: { ...dispatch.file, path: `${hostile('folder')}/${hostile('file')}` },
  });
  await waitFor(() => expect(rows()[0]?.textContent).toContain('headline'));
  await user.click(rows()[0] ?? document.body);
  await waitFor(() => expect(headline()).toContain('headline'));
  await screen.findByText(/teaser/);
  const text = document.body.textContent ?? '';
  for (const name of ['kicker', 'subhead', 'byline', 'source', 'category', 'slug', 'number', 'raw', 'keyword', 'note'])
    expect(text).toContain(`${name} <img src=x onerror=alert(1)> ${name} <script>alert(1)</script>`);
  for (const name of ['rich', 'heading', 'quote', 'item', 'caption', 'head', 'cell', 'pre', 'teaser', 'lead', 'file'])
    expect(text).toContain(`${name} <img src=x onerror=alert(1)> ${name} <script>alert(1)</script>`);
  expect(text).not.toMatch(CONTROLS);
  expect(document.querySelectorAll('img, script, iframe, object, embed, style, [onerror], [onclick]')).toHaveLength(0);
  expect(document.querySelectorAll('[data-label="RLO"]').length).toBeGreaterThan(20);
});
