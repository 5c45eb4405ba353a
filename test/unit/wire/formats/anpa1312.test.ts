import { describe, expect, test } from 'vitest';
import { dispatchesOf, fixture, only } from '../reading.ts';

describe('ANPA 1312', () => {
  test('a story with photo line, note to editors, byline and teletype quotes', () => {
    const story = only('anpa1312/story.tst');
    expect(story).toMatchObject({
      headline: 'Last lighthouse keepers of Skerry leave after 40 years',
      slug: 'BC-EU--Lighthouse Keepers',
      byline: 'NORA ELLING',
      dateline: 'SKERRY, Norway',
      source: 'AP',
      number: 'W1001',
      urgency: 4,
      categories: ['International'],
      publishedAt: '2026-11-20T18:15:00Z',
      complete: true,
      notes: [
        { kind: 'editor', text: 'AP Photo XLT101, XLT102' },
        { kind: 'editor', text: 'Eds: With AP Photos.' },
      ],
    });
    expect(story.text).toBe(
      'The last two keepers of the Skerry lighthouse packed their bags on Friday.\n' +
        '"The lamp will burn without us," said Arne Moen, 67. "It never needed us as much as we needed it."',
    );
  });

  test('a news alert is a flash, and its sentence the headline', () => {
    expect(only('anpa1312/alert.tst')).toMatchObject({
      headline: 'Governor Lena Marsh says the Cedar River dam will be opened at midnight.',
      signal: 'flash',
      urgency: 2,
      slug: 'BC-US--APNewsAlert',
    });
  });

  test('a writethru is an update', () => {
    expect(only('anpa1312/writethru.tst')).toMatchObject({
      signal: 'update',
      slug: 'BC-EU--Mine Rescue, 3rd Ld-Writethru',
      headline: 'Nine miners reached alive after four days',
    });
  });

  test('a kill names the transmission it kills', () => {
    expect(only('anpa1312/kill.tst')).toMatchObject({
      status: 'killed',
      refersTo: [{ relation: 'kills', number: 'W0987' }],
    });
  });

  test('tabular text keeps aligned columns and its headings', () => {
    const story = only('anpa1312/table.tst');
    expect(story.headline).toBe('Northern League Standings');
    expect(story.body).toEqual([
      { type: 'heading', level: 3, text: 'EAST' },
      {
        type: 'preformatted',
        text: '             W  L   Pct  GB\nPort Tavor  12  3  .800   _\nKarvice      9  6  .600  3½',
      },
      { type: 'heading', level: 3, text: "Saturday's Games" },
      { type: 'preformatted', text: 'Port Tavor 4, Karvice 1\nMarhaven 2, Skerry 2' },
    ]);
  });

  test('a list of headlines is a list', () => {
    const story = only('anpa1312/headlines.tst');
    expect(story.headline).toBe('AP Top Culture News at 6:10 p.m. EST');
    expect(story.slug).toBe('AP-Top-Culture-Headlines');
    expect(story.body).toMatchObject([{ type: 'list', items: [{}, {}, {}] }]);
  });

  test('without its trailer it is incomplete', () => {
    const story = only('anpa1312/cut.tst');
    expect(story).toMatchObject({ complete: false, headline: 'Canal closed after barge sinks' });
    expect(story.publishedRaw).toBeUndefined();
  });

  test('the dialect of Kyodo, whose control characters were lost', () => {
    const story = only('anpa1312/kyodo.txt');
    expect(story).toMatchObject({
      headline: 'Sumo: Young wrestler Kazehaya takes first autumn title',
      source: 'Kyodo',
      slug: 'BC-Sumo-Autumn',
      dateline: 'FUKUOKA, Japan, Nov. 21',
      publishedAt: '2026-11-21T19:05:00+09:00',
      complete: true,
    });
    expect(story.text).not.toContain('==Kyodo');
    expect(story.body).toHaveLength(2);
  });

  test('several messages in one file', () => {
    const bytes = Buffer.concat([fixture('anpa1312/story.tst'), fixture('anpa1312/alert.tst')]);
    expect(dispatchesOf(bytes).dispatches.map((story) => story.number)).toEqual(['W1001', 'W1002']);
  });
});
