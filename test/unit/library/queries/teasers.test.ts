import { expect, test } from 'vitest';
import { resolveTeaser, type TeaserLibrary } from '../../../../main/library/queries/teasers.ts';
import { readTeaser } from '../../../../main/wire/formats/dts/teaser.ts';

const story = {
  id: 'deich',
  headline: 'Deich bei Tönning hält Sturmflut stand',
  lead: 'Der Deich bei Tönning hat in der Nacht gehalten. Das teilte der Landesbetrieb mit.',
};
const library = (minute: (typeof story)[], byHeadline: (typeof story)[] = []): TeaserLibrary => ({
  byId: (id) => [...minute, ...byHeadline].find((one) => one.id === id),
  ofMinute: () => minute,
  byHeadline: () => byHeadline,
});
const teaser = readTeaser(`${story.headline} ${story.lead} (Inland, 20.11.2026 - 10:07) weiterlesen...`);

test('a headline that is stored splits for certain', () => {
  const found = { headline: story.headline, lead: story.lead, certain: true, dispatchId: 'deich' };
  expect(resolveTeaser(library([story]), teaser, 'self')).toMatchObject(found);
  expect(resolveTeaser(library([], [story]), teaser, 'self')).toMatchObject(found);
});

test('a text of that minute does so too when its headline was changed', () => {
  const changed = { ...story, headline: 'Nach der Sturmflut: Deich dicht' };
  expect(resolveTeaser(library([changed]), teaser, 'self')).toMatchObject({
    headline: story.headline,
    lead: story.lead,
    certain: true,
    dispatchId: 'deich',
  });
  expect(resolveTeaser(library([], [changed]), teaser, 'self')).not.toHaveProperty('dispatchId');
});

test('a teaser is not tied to the dispatch it stands in, nor to one that says something else', () => {
  expect(resolveTeaser(library([story]), teaser, 'deich')).not.toHaveProperty('dispatchId');
  const other = { id: 'x', headline: 'Deich', lead: 'Etwas ganz anderes steht hier zu lesen.' };
  expect(resolveTeaser(library([other]), teaser, 'self')).not.toHaveProperty('dispatchId');
});
