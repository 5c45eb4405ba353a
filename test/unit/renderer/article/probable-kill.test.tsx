import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openReader } from '../open-reader.tsx';
import { story } from '../stories.ts';

test.each([
  ['de', 'killed', 'Wohl zurückgezogen', /^Wahrscheinlich hat die Agentur diese Meldung zurückgezogen/],
  ['de', 'withheld', 'Wohl zurückgehalten', /^Wahrscheinlich hält die Agentur diese Meldung zurück/],
  ['en', 'killed', 'Probably killed', /^The agency has probably killed this dispatch/],
  ['en', 'withheld', 'Probably withheld', /^The agency has probably withheld this dispatch/],
] as const)(
  'in %s a dispatch that is probably %s says so in list and article',
  async (language, status, badge, banner) => {
    const { user } = await openReader({ settings: { language } }, (client) => {
      client.stories = client.stories.map((held, n) =>
        n === 0 ? { ...held, dispatch: { ...held.dispatch, status }, probable: true } : held,
      );
    });
    const row = screen.getByRole('option', { name: new RegExp(story(0).headline.slice(0, 20)) });
    expect(within(row).getByText(badge)).toBeTruthy();
    await user.click(row);
    expect(within(await screen.findByRole('note')).getByText(banner)).toBeTruthy();
  },
);

test('a notice without a number says which headline it means', async () => {
  const { client, user } = await openReader();
  client.arrive({
    ...story(-1),
    status: 'killed',
    signal: 'advisory',
    headline: 'Achtung Redaktionen',
    refersTo: [{ relation: 'kills', headline: 'Werft meldet Insolvenz an' }],
  });
  await user.click(await screen.findByRole('option', { name: /Achtung Redaktionen/ }));
  expect(await screen.findByText('Gemeint ist die Meldung „Werft meldet Insolvenz an“.')).toBeTruthy();
});
