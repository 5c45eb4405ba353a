import { describe, expect, test } from 'vitest';
import { message } from '../../../../preload/contract/messages.ts';
import { dispatchesOf, dispatchOf, fixture, readFile, textsOf } from '../markup-fixture.ts';

describe('RSS', () => {
  test('items with full text, escaped HTML and titles escaped twice', () => {
    const [first, second] = dispatchesOf('rss/news.xml');
    expect(first).toMatchObject({
      id: 'kuestenblatt.example:4711',
      headline: 'Deich & Damm gesichert',
      byline: 'Jule Petersen',
      categories: ['Küste'],
      language: 'de-DE',
      source: 'Küstenblatt',
      publishedAt: '2025-03-10T11:15:00+01:00',
      publishedRaw: 'Mon, 10 Mar 2025 11:15:00 +0100',
    });
    expect(first && textsOf(first)).toEqual(['Der Deich hält.', 'Alle sind froh.']);
    expect(second?.body).toEqual([{ type: 'paragraph', text: 'Nur Text', marks: [{ kind: 'bold', from: 4, to: 8 }] }]);
  });

  test('bare ampersands, undeclared prefixes and wrong end tags cost nothing but warnings', () => {
    const [first, second] = dispatchesOf('rss/damaged.xml');
    expect(first).toMatchObject({ headline: 'Eins & zwei', id: 'http://l.example/?a=1&b=2', source: 'Feed & Co' });
    expect(first && textsOf(first)).toEqual(['Text fett weiter']);
    expect(first?.publishedAt).toBe('2025-03-10T11:15:00Z');
    expect(second).toMatchObject({ headline: 'Drei' });
    expect(second?.file.warnings).toContainEqual(message('xml.ampersand'));
    expect(second?.file.warnings).toContainEqual(expect.objectContaining({ code: 'xml.error' }));
  });

  test('a feed that stops in the middle shows what is there and says so', () => {
    const { parsed } = readFile(fixture('rss/cut.xml'));
    expect(parsed).toMatchObject({ kind: 'dispatches', complete: false });
    const [whole, half] = dispatchesOf('rss/cut.xml');
    expect(whole && textsOf(whole)).toEqual(['Alles da.']);
    expect(half && textsOf(half)).toEqual(['Hier bricht']);
    expect(half?.file.warnings).toContainEqual({
      code: 'xml.cut',
      values: { line: expect.any(Number), column: expect.any(Number), element: 'description' },
    });
  });

  test('RDF, WordPress exports, feeds without items', () => {
    expect(dispatchOf('rss/rdf.xml')).toMatchObject({ id: 'https://r.example/9', file: { format: 'rss' } });
    const stories = dispatchesOf('rss/wordpress.xml');
    expect(stories.map((story) => [story.headline, story.status, ...textsOf(story)])).toEqual([
      ['Beitrag', 'usable', 'Erster Absatz.', 'Zweiter Absatz.'],
      ['Entwurf', 'withheld', 'Noch nicht fertig.'],
    ]);
    expect(readFile(fixture('rss/empty.xml')).parsed).toMatchObject({
      kind: 'problem',
      problem: { reason: 'not-a-story' },
      complete: true,
    });
  });
});

describe('Atom', () => {
  test('XHTML content, versions by the time of change', () => {
    const [first, second] = dispatchesOf('atom/news.xml');
    expect(first).toMatchObject({
      id: 'tag:bay,2025:1',
      headline: 'Pier & promenade',
      byline: 'Al Reed',
      categories: ['local'],
      language: 'en',
      source: 'Bay Gazette',
      publishedAt: '2025-03-10T09:00:00Z',
      version: Date.parse('2025-03-10T10:00:00Z') / 60_000,
    });
    expect(first && textsOf(first)).toEqual(['The pier is open.']);
    expect(second).toMatchObject({ version: 1, publishedAt: '2025-03-10T08:00:00Z' });
  });

  test('Atom 0.3: escaped and base64 content', () => {
    const entries = dispatchesOf('atom/atom03.xml');
    expect(entries).toMatchObject([
      { id: 'tag:kuestenblatt.example,2025:1', headline: 'Deich & Damm', publishedAt: '2025-03-10T11:15:00+01:00' },
      { id: 'tag:kuestenblatt.example,2025:2', headline: 'Damm' },
    ]);
    expect(entries.map(textsOf)).toEqual([['Der Deich hält.', 'Alle sind froh.'], ['Der Damm hält.']]);
  });

  test('a tombstone takes an entry back', () => {
    expect(dispatchOf('atom/tombstone.xml')).toMatchObject({
      id: 'tag:bay,2025:1',
      status: 'killed',
      notes: [{ kind: 'reason', text: 'Wrong pier.' }],
    });
  });
});
