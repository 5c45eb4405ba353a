import { describe, expect, test } from 'vitest';
import { dispatchesOf, dispatchOf, fixture, notesOf, readFile, textsOf } from '../markup-fixture.ts';
import { onlyOf } from '../reading.ts';

describe('NewsML-G2', () => {
  test('a dpa story: header, dateline and notepad stay out of the text', () => {
    const story = dispatchOf('newsmlg2/story.xml');
    expect(story).toMatchObject({
      id: 'urn:newsml:dpa.com:1:A',
      version: 4,
      status: 'usable',
      signal: 'correction',
      headline: 'Brücke in Sandau wieder frei',
      subhead: 'Stau löst sich auf',
      slug: 'Verkehr/Brücken',
      dateline: 'Sandau (dpa)',
      byline: 'Ole Brandt, dpa',
      categories: ['Vermischtes'],
      keywords: ['Brücke'],
      urgency: 2,
      language: 'de',
      source: 'dpa',
      number: '1234',
      publishedAt: '2025-05-05T09:58:00+02:00',
      related: [{ text: 'Der erste Bericht', certain: true, dispatchId: 'urn:newsml:dpa.com:1:B' }],
    });
    expect(story.body).toEqual([
      { type: 'paragraph', text: 'Die Brücke ist frei.' },
      {
        type: 'table',
        rows: [
          [{ text: 'Auto' }, { text: '3 Euro' }],
          [{ text: 'Rad' }, { text: 'frei' }],
        ],
      },
    ]);
    expect(notesOf(story)).toEqual(['contact: Pressestelle, 0000 12345', 'correction: Zahl korrigiert']);
  });

  test('embargoes: a time, an empty element that means nothing, a note', () => {
    expect(dispatchesOf('newsmlg2/embargo.xml').map(({ status, embargoUntil }) => ({ status, embargoUntil }))).toEqual([
      { status: 'embargoed', embargoUntil: '2025-05-06T00:01:00+02:00' },
      { status: 'usable', embargoUntil: undefined },
      { status: 'embargoed', embargoUntil: '2025-05-07T18:00:00+02:00' },
    ]);
  });

  test('a kill with its reason, a hold', () => {
    const [killed, held] = dispatchesOf('newsmlg2/kill.xml');
    expect(killed).toMatchObject({ status: 'killed', version: 5, id: 'urn:newsml:dpa.com:1:A' });
    expect(killed && notesOf(killed)).toEqual(['reason: Die Brücke war nie gesperrt.']);
    expect(held?.status).toBe('withheld');
  });

  test('prefixes and ten-digit versions', () => {
    const story = dispatchOf('newsmlg2/prefixed.xml');
    expect(story).toMatchObject({ version: 9_999_999_999, headline: 'Tide tables revised' });
    expect(story.source).toBeUndefined();
    expect(textsOf(story)).toEqual(['Tides run later.', 'The new tables hold from May.']);
  });

  test('terms and pictures are no stories, a plan is a notice', () => {
    const { parsed } = readFile(fixture('newsmlg2/others.xml'));
    expect(parsed.kind === 'dispatches' && parsed.problems.map((problem) => problem.reason)).toEqual([
      'not-a-story',
      'not-a-story',
    ]);
    expect(dispatchesOf('newsmlg2/others.xml').map((story) => [story.headline, story.signal])).toEqual([
      ['Parteitag in Sandau', 'advisory'],
      ['Text daneben', undefined],
    ]);
  });

  test('a package alone lists its stories', () => {
    const story = dispatchOf('newsmlg2/package.xml');
    expect(story.signal).toBe('advisory');
    expect(story.related.map((teaser) => teaser.dispatchId)).toEqual(['urn:x:1', 'urn:x:2']);
    expect(story.body).toEqual([
      { type: 'list', ordered: false, items: [{ text: 'Erstes Thema' }, { text: 'Zweites Thema' }] },
    ]);
  });
});

test('topics by codes of Reuters, whose scheme the file declares; a scheme that only looks like the IPTC is none', () => {
  const story = onlyOf(
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="1" xml:lang="en"><catalog><scheme alias="N2" uri="http://ag.example/N2/"/><scheme alias="own" uri="http://ag.example/own/"/></catalog><itemMeta><versionCreated>2026-03-14T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>Ferry sails</headline><subject qcode="N2:SOCC"/><subject qcode="own:04000000"/></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The ferry sails again.</p></body></html></inlineXML></contentSet></newsItem>',
  );
  expect(story).toMatchObject({ topics: ['medtop:15000000'], categories: [] });
});
