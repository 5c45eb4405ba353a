import { expect, test } from 'vitest';
import { silentSources } from '../../../../main/library/queries/silence.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, openWriter } from '../sample.ts';

/** A Monday noon. */
const NOW = new Date(2025, 10, 10, 12);

/** Four weeks of a source that sends every ten minutes from eight to six, on weekdays, until `last` (hours of today). */
function weeks(source: string, last: number) {
  const sent = [];
  for (let day = 28; day >= 0; day--) {
    for (let slot = 0; slot < 60; slot++) {
      const at = new Date(2025, 10, 10 - day, 8, slot * 10);
      const isWeekend = at.getDay() === 0 || at.getDay() === 6;
      if (isWeekend || at > new Date(2025, 10, 10, last)) continue;
      sent.push(dispatch({ id: `${source} ${at.toISOString()}`, source, body: [], publishedAt: at.toISOString() }));
    }
  }
  return sent;
}

test('a source is silent when it sends nothing at hours when it always did, and at no other time', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, ...weeks('Nord', 9), ...weeks('Süd', 12));
  expect(silentSources(writer.store, NOW)).toEqual([{ name: 'Nord', since: new Date(2025, 10, 10, 9).toISOString() }]);
  // Nobody sends at night or at the weekend.
  expect(silentSources(writer.store, new Date(2025, 10, 10, 23))).toMatchObject([{ name: 'Nord' }, { name: 'Süd' }]);
  expect(silentSources(writer.store, new Date(2025, 10, 9, 20))).toEqual([]);
  // A source that is given up is no news.
  expect(silentSources(writer.store, new Date(2025, 10, 24, 12))).toEqual([]);
});
