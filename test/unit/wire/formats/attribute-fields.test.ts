import { describe, expect, test } from 'vitest';
import { onlyOf, readText } from '../reading.ts';

const expected = {
  headline: 'Crane lifts bell',
  categories: ['Music'],
  publishedAt: '2026-04-02T09:00:00Z',
  body: [{ text: 'The bell rang twice. Nobody slept.' }],
  file: { format: 'xml' },
};

describe('XML whose data stands in attributes', () => {
  test.each([
    [
      'of the story',
      '<story title="Crane lifts bell" section="Music" date="2026-04-02T09:00:00Z" text="The bell rang twice. Nobody slept."/>',
    ],
    [
      'of fields with a name and a value',
      '<msg><Field name="Headline" value="Crane lifts bell"/><Field name="Section" value="Music"/><Field name="Date" value="2026-04-02T09:00:00Z"/><Field name="Body" value="The bell rang twice. Nobody slept."/></msg>',
    ],
    [
      'of fields with a name and a text',
      '<doc><str name="title">Crane lifts bell</str><arr name="category"><str>Music</str></arr><date name="published">2026-04-02T09:00:00Z</date><str name="body">The bell rang twice. Nobody slept.</str></doc>',
    ],
    [
      'beside elements',
      '<news><item headline="Crane lifts bell" ressort="Music" published="2026-04-02T09:00:00Z"><p>The bell rang twice. Nobody slept.</p></item></news>',
    ],
  ])('%s', (_, xml) => {
    expect(onlyOf(`<?xml version="1.0"?>${xml}`)).toMatchObject(expected);
  });

  test('a list says who sends its stories, in which language, and when', () => {
    const story = (n: number) => `<story id="${n}" title="Bell ${n}" text="The bell rang ${n} times."/>`;
    expect(
      readText(`<export agency="Nordfunk" lang="en" created="2026-04-02T09:00:00Z">${story(1)}${story(2)}</export>`),
    ).toMatchObject({
      dispatches: [1, 2].map((n) => ({
        id: `Nordfunk:${n}`,
        headline: `Bell ${n}`,
        source: 'Nordfunk',
        language: 'en',
        publishedAt: '2026-04-02T09:00:00Z',
      })),
    });
  });

  test('the title of a picture or link is not the headline', () => {
    const xml =
      '<news><img title="Crane"/><headline>Bell rings</headline><a title="More">More</a><text>The bell rang twice.</text></news>';
    expect(onlyOf(xml).headline).toBe('Bell rings');
  });

  test('under names that say nothing, text is shown as plain text', () => {
    expect(onlyOf('<x><y z="The bell in the tower rang twice on Thursday." q="1"/></x>')).toMatchObject({
      body: [{ text: 'The bell in the tower rang twice on Thursday.' }],
      file: { warnings: expect.arrayContaining([{ code: 'text.as-plain', values: {} }]) },
    });
  });
});
