import { describe, expect, test } from 'vitest';
import { message } from '../../../../preload/contract/messages.ts';
import { dispatchOf, fixture, notesOf, readFile, textsOf } from '../markup-fixture.ts';

describe('NITF', () => {
  test('a story with all its parts', () => {
    const story = dispatchOf('nitf/story.xml');
    expect(story).toMatchObject({
      id: 'hafen-0001',
      version: 3,
      status: 'usable',
      headline: 'Hafen von Nordwik bleibt gesperrt',
      subhead: 'Öl wird abgepumpt',
      slug: 'Hafen/Umwelt',
      byline: 'Jule Petersen, Küstendienst',
      dateline: 'Nordwik',
      categories: ['Umwelt'],
      keywords: ['Hafen'],
      urgency: 2,
      source: 'Küstendienst',
      publishedAt: '2025-03-10T10:15:00+01:00',
      publishedRaw: '20250310T101500+0100',
    });
    expect(notesOf(story)).toEqual(['editor: Bild folgt bis 12.00 Uhr.']);
    expect(story.body).toEqual([
      {
        type: 'paragraph',
        text: 'Der Hafen bleibt bis Freitag gesperrt, teilte die Verwaltung mit.',
        marks: [{ kind: 'italic', from: 17, to: 28 }],
      },
      { type: 'heading', level: 2, text: 'Fähren fallen aus' },
      { type: 'list', ordered: false, items: [{ text: 'Linie 1' }, { text: 'Linie 2' }] },
      {
        type: 'paragraph',
        text: 'Mehr auf der Seite.',
        marks: [{ kind: 'link', href: 'https://example.org/hafen', from: 5, to: 18 }],
      },
    ]);
  });

  test('a release time after the issue is an embargo, its note is kept as one', () => {
    const story = dispatchOf('nitf/embargo.xml');
    expect(story).toMatchObject({ status: 'embargoed', embargoUntil: '2025-04-01T16:00:00Z' });
    expect(notesOf(story)).toEqual(['embargo: EMBARGOED until 1600 GMT']);
  });

  test('a kill names the item it means and why', () => {
    const story = dispatchOf('nitf/kill.xml');
    expect(story).toMatchObject({ status: 'killed', refersTo: [{ relation: 'kills', id: 'turm-12' }] });
    expect(notesOf(story)).toEqual(['reason: The tower did not fall.']);
  });

  test('a time without zone is the agency’s, hard-wrapped lines become text, verse stays', () => {
    const story = dispatchOf('nitf/zoneless-wrapped.xml');
    expect(story).toMatchObject({ publishedAt: '2025-01-15T09:00:00+11:00', slug: 'Ferries', number: '1747' });
    expect(story.file.warnings).toEqual([]);
    expect(textsOf(story)).toEqual([
      'The ferries will return to the bay on Saturday after a break of eleven weeks, the operator said on Wednesday in a short statement.',
      'Roses are red\nviolets are blue',
    ]);
  });

  test('tables keep their header, preformatted text its columns', () => {
    expect(dispatchOf('nitf/table.xml').body).toEqual([
      {
        type: 'table',
        header: [{ text: 'Club' }, { text: 'Pts' }],
        rows: [
          [{ text: 'Gulls' }, { text: '12' }],
          [{ text: 'Terns' }, { text: '9' }],
        ],
      },
      { type: 'preformatted', text: 'a   b\nc   d' },
    ]);
  });

  test('without headline the first sentence stands in, with a warning and the text whole', () => {
    const story = dispatchOf('nitf/no-headline.xml');
    expect(story.headline).toBe('A bridge was opened in Westmark on Monday.');
    expect(textsOf(story)).toEqual(['A bridge was opened in Westmark on Monday. Crowds came.']);
    expect(story.file.warnings).toContainEqual(message('headline.replaced'));
  });

  test('nothing in it is no story', () => {
    expect(readFile(fixture('nitf/empty.xml'))).toMatchObject({
      format: 'nitf',
      parsed: { kind: 'problem', problem: { reason: 'not-a-story' }, complete: true },
    });
  });
});
