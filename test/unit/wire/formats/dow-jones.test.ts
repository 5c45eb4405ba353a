import { describe, expect, test } from 'vitest';
import { dispatchesOf, fixture, only } from '../reading.ts';

describe('Dow Jones NML', () => {
  test('a story: its field data, its paragraphs and tables, and what stands below them as notes', () => {
    const story = only('djnml/story.xml');
    expect(story).toMatchObject({
      id: 'urn:djnml:DJN:DN:20260402:3117',
      number: '3117',
      headline: 'Harbourton Cranes Lifts a Second Bell',
      keywords: ['CRNE'],
      byline: 'Jane Roe',
      dateline: 'HARBOURTON, England',
      place: 'HARBOURTON, England',
      source: 'Dow Jones',
      urgency: 2,
      language: 'en-US',
      publishedAt: '2026-04-02T06:31:00.250Z',
      rights: '© 2026 Nordfunk Newswires, Inc.',
      file: { format: 'djnml', warnings: [] },
    });
    expect(story.body.map(({ type }) => type)).toEqual(['paragraph', 'preformatted', 'paragraph']);
    expect(story.text).toMatch(/^Harbourton Cranes has lifted a second bell, the company said on Thursday\.\n/);
    expect(story.text).not.toMatch(/END|GMT|Write to/);
    expect(story.notes).toContainEqual({ kind: 'contact', text: 'Write to Jane Roe at jane.roe@nordfunk.example' });
  });

  test('an administrative message kills one story, corrects another, and says nothing of one that expires', () => {
    const { dispatches } = dispatchesOf(fixture('djnml/administration.xml'));
    expect(dispatches).toHaveLength(2);
    expect(dispatches[0]).toMatchObject({ id: 'urn:djnml:DJN:DN:20260402:3117', status: 'killed' });
    expect(dispatches[0]?.notes).toContainEqual({ kind: 'reason', text: 'Sent in error' });
    expect(dispatches[1]).toMatchObject({
      headline: 'Harbourton Lifts Two Bells, Not Three',
      signal: 'correction',
      refersTo: [{ relation: 'corrects', id: 'urn:djnml:DJN:DN:20260402:3118' }],
    });
  });
});

describe('Factiva', () => {
  test('its XML: lead and further paragraphs, not the snippet; the time of the last update', () => {
    expect(only('factiva/document.xml')).toMatchObject({
      id: 'NRDF000020260402em42000b1',
      version: 2,
      headline: 'Crane lifts bell in Harbourton',
      byline: 'Jane Roe',
      categories: ['Arts', 'Music'],
      topics: ['medtop:01000000'],
      keywords: ['Harbourton Cranes'],
      source: 'Nordfunk',
      publishedAt: '2026-04-02T07:05:00Z',
      body: [{ text: 'A crane lifted a bell.' }, { text: 'It rang twice.' }, { type: 'preformatted' }],
      file: { format: 'factiva', warnings: [] },
    });
  });

  test('the articles of its API: runs of text joined to paragraphs', () => {
    expect(only('factiva/api.json')).toMatchObject({
      id: 'drn:archive.newsarticle.NRDF000020260402em42000b2',
      headline: 'Second bell rings',
      byline: 'Jane Roe',
      source: 'Nordfunk',
      publishedAt: '2026-04-02T06:31:00Z',
      text: 'The bell rang twice.\nNobody slept.',
      file: { format: 'factiva' },
    });
  });

  test('a record of its streams', () => {
    expect(only('factiva/stream.json')).toMatchObject({
      id: 'NRDF000020260402em42000b3',
      headline: 'Third bell cracks',
      source: 'Nordfunk',
      publishedAt: '2026-04-02T06:31:00Z',
      text: 'The bell cracked.\nNobody was hurt.',
    });
  });
});

describe('Machine Readable News', () => {
  test('a story: typed copy, its takes the versions of one dispatch', () => {
    expect(only('mrn/story.json')).toMatchObject({
      id: 'urn:mrn:2026-04-02:nN4B0XY12',
      version: 2,
      signal: 'update',
      urgency: 3,
      slug: 'BELL HARBOURTON/',
      byline: 'Jane Roe',
      dateline: 'HARBOURTON, April 2',
      source: 'Reuters',
      topics: ['medtop:15000000'],
      publishedAt: '2026-04-02T06:51:00Z',
      text: 'A crane has lifted a bell in Harbourton, its owner said.\nIt rang twice.',
      notes: [
        { kind: 'contact', text: 'jane.roe@nordfunk.example; +44 20 0000 0000;' },
        { kind: 'nonpublic', text: '(Reporting by Jane Roe; Editing by Ole Brandt)' },
        { kind: 'editor', text: 'Adds weight' },
      ],
      file: { format: 'mrn' },
    });
  });

  test('the archive: each alert is a dispatch, though they share the id of their story', () => {
    const { dispatches } = dispatchesOf(fixture('mrn/archive.json'));
    expect(dispatches).toMatchObject([
      { headline: 'HARBOURTON CRANES LIFTS BELL', signal: 'flash', urgency: 1 },
      { headline: 'HARBOURTON CRANES SAYS BELL RANG TWICE', signal: 'flash', urgency: 1 },
    ]);
    expect(new Set(dispatches.map(({ id }) => id)).size).toBe(2);
  });
});
