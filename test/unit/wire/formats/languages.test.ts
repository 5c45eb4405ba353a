import { describe, expect, test } from 'vitest';
import { dispatchesOf, fixture, onlyOf, readText } from '../reading.ts';

const GUID = 'urn:newsml:nordfunk.example:20260402:bell';
const both = [
  {
    id: GUID,
    headline: 'Kran hebt Glocke',
    body: [{ text: 'Die Glocke wiegt zwei Tonnen.' }],
    related: [{ text: 'La grue lève la cloche', dispatchId: `${GUID}#fr` }],
  },
  {
    id: `${GUID}#fr`,
    headline: 'La grue lève la cloche',
    body: [{ text: 'La cloche pèse deux tonnes.' }],
    related: [{ text: 'Kran hebt Glocke', dispatchId: GUID }],
  },
];
const inOrder = (path: string) =>
  [...dispatchesOf(fixture(path)).dispatches].sort((a, b) => a.headline.localeCompare(b.headline));

describe('an item with texts in two languages is two dispatches, linked to each other', () => {
  test.each(['newsmlg2/two-languages.xml', 'ninjs/languages.json'])('%s', (path) => {
    expect(inOrder(path)).toMatchObject(both);
  });

  test('whose languages are theirs', () => {
    expect(inOrder('newsmlg2/two-languages.xml').map(({ language }) => language)).toEqual(['de', 'fr-CH']);
  });

  test('in ninjs 3, whose lists name the language of each text', () => {
    const version = (key: string, de: string, fr: string) =>
      `"${key}":[{"role":"main","language":"fr","value":"${fr}"},{"role":"main","language":"de","value":"${de}"}]`;
    const item = `{"uri":"${GUID}","language":"de","versionCreated":"2026-04-02T09:00:00Z",${version('headlines', 'Kran hebt Glocke', 'La grue lève la cloche')},${version('bodies', 'Die Glocke wiegt zwei Tonnen.', 'La cloche pèse deux tonnes.')}}`;
    const { dispatches } = dispatchesOf(new TextEncoder().encode(item));
    expect([...dispatches].sort((a, b) => a.headline.localeCompare(b.headline))).toMatchObject(both);
  });

  test('a text in one language only, named in its keys, is one', () => {
    const item = '{"uri":"urn:a:1","headline_it":"La gru","body_text_it":"La campana pesa due tonnellate."}';
    expect(onlyOf(item)).toMatchObject({ id: 'urn:a:1', headline: 'La gru', language: 'it' });
  });
});

describe('JSON of unknown make', () => {
  const stories = [
    { id: 'Nordfunk:31-de', language: 'de', headline: 'Kran hebt Glocke', body: [{ text: 'Sie wiegt zwei Tonnen.' }] },
    { id: 'Nordfunk:31-fr', language: 'fr', headline: 'La grue', body: [{ text: 'La cloche pèse deux tonnes.' }] },
  ];

  test('whose fields hold a text a language', () => {
    const item =
      '{"id":"31","source":"Nordfunk","published":"2026-04-02T09:00:00Z","title":{"de":"Kran hebt Glocke","fr":"La grue"},"body":{"de":"<p>Sie wiegt zwei Tonnen.</p>","fr":"<p>La cloche pèse deux tonnes.</p>"}}';
    expect(readText(item)).toMatchObject({ dispatches: stories });
  });

  test('a press office whose releases come in versions', () => {
    const release =
      '{"releases":[{"id":31,"published":"2026-04-02T09:00:00Z","versions":{"de":{"title":"Kran hebt Glocke","body":"<p>Sie wiegt zwei Tonnen.</p>"},"fr":{"title":"La grue","body":"<p>La cloche pèse deux tonnes.</p>"}},"publisher":{"name":"Nordfunk"},"contacts":[{"name":"Anna Brook","title":"Presse","phone":"0123 45"}],"keywords":{"keyword":["Kran","Glocke"]}}]}';
    expect(readText(release)).toMatchObject({
      dispatches: stories.map((story) => ({
        ...story,
        publishedAt: '2026-04-02T09:00:00Z',
        keywords: ['Kran', 'Glocke'],
        notes: [{ kind: 'contact', text: 'Anna Brook, Presse, 0123 45' }],
      })),
    });
  });
});
