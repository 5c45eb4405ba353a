import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { dispatchesOf, onlyOf } from '../reading.ts';

const QUOTED = 'Werft meldet Insolvenz an';

describe('a notice that quotes the headline', () => {
  test.each([
    [`dpa-Rückruf\n\nBitte verwenden Sie die Meldung „${QUOTED}“ von 10.15 Uhr nicht. Das war eine Übung.`, 'killed'],
    [`Werft - Meldung widerrufen\n\nDie Angaben sind falsch. Wir widerrufen die Meldung „${QUOTED}“.`, 'killed'],
    [`EDITORS: Please disregard our story headlined "${QUOTED}" that moved at 0915 GMT. AP regrets it.`, 'killed'],
    [`ANNULATION. L'AFP annule sa dépêche "${QUOTED}" diffusée à 10H12 GMT. C'est faux.`, 'killed'],
    [`News withdrawn\n\nLUNDSUND, March 14 AAP - AAP has withdrawn its story "${QUOTED}".`, 'killed'],
    [`TT-TILLBAKADRAGNING: Nyheten ”${QUOTED}” dras tillbaka\n\nStockholm (TT)\nVarvet är kvar.`, 'killed'],
    [`Tilbaketrekking: Meldingen «${QUOTED}» trekkes tilbake\n\nOslo (NTB): Feil.`, 'killed'],
    [`Intrekking: gelieve het nieuwsbericht "${QUOTED}" van 10.15 uur niet te gebruiken\n\nBRUSSEL (BELGA)`, 'killed'],
    [`HOLD - Story on the yard\n\nPlease hold the story "${QUOTED}" until further notice. We check it.`, 'withheld'],
  ])('%s', (text, status) => {
    expect(onlyOf(`${text}\n`)).toMatchObject({ status, signal: 'advisory', refersTo: [{ headline: QUOTED }] });
  });

  test('and the hour is on the day it came, where it names no time itself', () => {
    expect(onlyOf(`Wir ziehen die Meldung „${QUOTED}“ von 10.15 Uhr zurück.\n`).refersTo).toEqual([
      { relation: 'kills', headline: QUOTED, sentAt: '2026-11-22T10:15:00+01:00' },
    ]);
  });
});

test('an order in brackets is the headline where there is no other', () => {
  const order = `Die Meldung „${QUOTED}“ (bdt0222) wird zurückgezogen`;
  const dispatch = onlyOf(`(Achtung: ${order})\n\nSandau (dpa) - Es war ein Missverständnis. Die Werft arbeitet.\n`);
  expect(dispatch).toMatchObject({ headline: order, status: 'killed', refersTo: [{ number: '0222' }] });
});

test('the agency signs a notice that names it nowhere else', () => {
  const dispatch = onlyOf(`Rückruf\n\nBitte verwenden Sie die Meldung bdt0412 nicht.\n\ndpa abc yyzz n1 de\n`);
  expect(dispatch).toMatchObject({ source: 'dpa', status: 'killed', refersTo: [{ number: '0412' }] });
});

test('AP names a story by the number of its transmission', () => {
  expect(onlyOf('Hold\n\nPlease hold the story on jobs (V1234) until further notice. We check it.\n')).toMatchObject({
    status: 'withheld',
    refersTo: [{ relation: 'holds', number: 'V1234' }],
  });
});

test('a feed kills an item by a word in front of its headline', () => {
  const item = (title: string, text: string, id: string) =>
    `<item><title>${title}</title><description>${text}</description><guid>${id}</guid></item>`;
  const { dispatches } = dispatchesOf(
    new TextEncoder().encode(
      `<rss version="2.0"><channel><title>Nord</title>${item(`ZURÜCKGEZOGEN: ${QUOTED}`, 'Die Meldung wurde zurückgezogen. Die Werft arbeitet.', 'a')}${item('RÜCKRUF: Salmonellen in Wurst', 'Der Hersteller ruft die Wurst zurück.', 'b')}</channel></rss>`,
    ),
  );
  expect(dispatches.map(({ status }) => status)).toEqual(['killed', 'usable']);
  expect(dispatches[0]?.refersTo).toMatchObject([{ headline: QUOTED }]);
});

test('a date below the text leaves the text where it is', () => {
  const text = `Die dts Nachrichtenagentur zieht die Meldung „${QUOTED}“ vom 14.03.2026, 10:05 Uhr, zurück. Die Werft arbeitet.`;
  const dispatch = onlyOf(`dts-Meldung zurückgezogen\n\n${text}\n\n14.03.2026 - 10:30:00\n`);
  expect(dispatch).toMatchObject({ headline: 'dts-Meldung zurückgezogen', status: 'killed' });
  expect(dispatch.body.map(blockText)).toEqual([text]);
});

describe('news of what others take back', () => {
  const BODY =
    'SANDAU (dpa) - The paper withdrew its story "Harbour on fire" on Saturday at 10.15. AP has withdrawn its story "Harbour closed", a spokesman said.';
  test.each([
    'Reuters zieht Bericht über Bank zurück',
    'AP retracts story about president',
    'Le journal retire son article',
    'El Gobierno anula la nota de prensa',
    'Zurückgezogen: Hersteller ruft Autos zurück',
    'Hold the front page: new film opens',
  ])('%s', (headline) => {
    expect(onlyOf(`${headline}\n\n${BODY}\n`)).toMatchObject({ headline, status: 'usable' });
  });
});
