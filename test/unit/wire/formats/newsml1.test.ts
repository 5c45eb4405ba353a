import { describe, expect, test } from 'vitest';
import { message } from '../../../../preload/contract/messages.ts';
import { dispatchesOf, dispatchOf, fixture, notesOf, readFile, textsOf } from '../markup-fixture.ts';

describe('NewsML 1', () => {
  test('a story with all its parts', () => {
    const story = dispatchOf('newsml1/story.xml');
    expect(story).toMatchObject({
      id: 'urn:newsml:nordnews.example:20250310:R1',
      version: 2,
      headline: 'Regatta starts without favourites',
      slug: 'regatta',
      dateline: 'HELM, March 10 (NORD)',
      byline: 'Ann Lund',
      categories: ['sport'],
      keywords: ['regatta'],
      urgency: 3,
      language: 'en',
      source: 'NORD',
      publishedAt: '2025-03-10T10:14:00Z',
    });
    expect(textsOf(story)).toEqual(['Both favourites stayed in port.', 'The start was moved.']);
    expect(story.related).toEqual([
      {
        text: 'nordnews.example:20250309:R0',
        certain: true,
        dispatchId: 'urn:newsml:nordnews.example:20250309:R0',
      },
    ]);
  });

  test('the text is lead and body, never the abstract, however long', () => {
    expect(textsOf(dispatchOf('newsml1/components.xml'))).toEqual([
      'The old mill opens again.',
      'It had been closed for years.',
    ]);
  });

  test('a kill needs no text; its instruction is the reason', () => {
    const story = dispatchOf('newsml1/kill.xml');
    expect(story).toMatchObject({ status: 'killed', version: 3, headline: 'Mine closes', body: [] });
    expect(notesOf(story)).toEqual(['reason: Source withdrew its statement.']);
  });

  test('StatusWillChange ends an embargo', () => {
    expect(dispatchOf('newsml1/embargo.xml')).toMatchObject({
      status: 'embargoed',
      embargoUntil: '2025-03-11T05:00:00Z',
      urgency: 4,
    });
  });

  test('several items; the one without text hides no neighbour', () => {
    const { parsed } = readFile(fixture('newsml1/several.xml'));
    expect(parsed).toMatchObject({ kind: 'dispatches', complete: true, problems: [{ reason: 'not-a-story' }] });
    expect(dispatchesOf('newsml1/several.xml').map((story) => [story.headline, ...textsOf(story)])).toEqual([
      ['First', 'First text.'],
      ['Third', 'Third text & more.'],
    ]);
  });

  test('an empty headline gives way to the first sentence', () => {
    const story = dispatchOf('newsml1/no-headline.xml');
    expect(story.headline).toBe('A quiet town woke up early today.');
    expect(story.file.warnings).toContainEqual(message('headline.replaced'));
  });

  test('the script of a film is a notice', () => {
    expect(dispatchOf('newsml1/video.xml').signal).toBe('advisory');
  });
});
