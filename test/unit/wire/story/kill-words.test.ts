import { describe, expect, test } from 'vitest';
import { onlyOf } from '../reading.ts';

const page = (headline: string, text: string) =>
  `Inland\n\n${headline}\n\n14.03.2026 - 15:48:00\n\n${text}\n\n@ dts-nachrichtenagentur.de\n`;
const bare = (headline: string, text: string) => `${headline}\n\n${text}\n`;
const iptc = (headline: string, text: string) =>
  `\x01bdt0302 4 pl 60  nor 0840\r\n\r\nHafen/\r\n\x02${headline} =\r\n\r\n   ${text}\r\n\x03141548 Mrz 26\r\n\x7f\x04`;
const feed = (headline: string, text: string) =>
  `<rss version="2.0"><channel><title>Nord</title><link>https://nord.example</link><item><title>${headline}</title><guid>n1</guid><pubDate>Sat, 14 Mar 2026 15:48:00 +0100</pubDate><description>${text}</description></item></channel></rss>`;
const typed = [page, bare, iptc];

describe('a kill that names what it means by its headline', () => {
  test.each([
    ['Achtung - Widerruf', 'Die Meldung „Werft meldet Insolvenz an“ von 14.20 Uhr wird widerrufen.'],
    ['Widerruf: Meldung „Werft meldet Insolvenz an“', 'Wir bitten um Entschuldigung.'],
    ['Bitte Meldung „Werft meldet Insolvenz an“ streichen', 'Die Angaben treffen nicht zu.'],
    ['Rückzug der Meldung „Werft meldet Insolvenz an“', 'Die um 14.20 Uhr gesendete Meldung ist zurückgezogen.'],
    ['Werft meldet Insolvenz an', 'Achtung Redaktionen: Der Bericht „Werft meldet Insolvenz an“ ist gestrichen.'],
    ['Achtung Redaktionen: Bericht „Werft meldet Insolvenz an“ nicht mehr verwenden', 'Eine neue Fassung folgt.'],
    ['Note to editors: please do not use story “Yard is insolvent”', 'The yard is not insolvent.'],
    ['KILL: story “Yard is insolvent”', 'Please kill the story sent at 14:20. It is wrong.'],
    ['Withdrawn', 'The story “Yard is insolvent”, sent at 14:20, has been withdrawn.'],
    ['Avis aux abonnés : annulation de la dépêche « Le chantier est en faillite »', 'Le chantier va bien.'],
    ['Annulation', 'Prière de ne pas utiliser la dépêche « Le chantier est en faillite » de 14h20.'],
    ['Aviso a las redacciones: se anula la noticia «Quiebra el astillero»', 'La noticia es falsa.'],
    ['Anulación', 'Se ruega no utilizar la noticia «Quiebra el astillero», de las 14:20.'],
    ['Attenzione redazioni: annullare la notizia «Il cantiere è fallito»', 'La notizia è errata.'],
    ['Annullamento', 'Si prega di non utilizzare la notizia «Il cantiere è fallito» delle 14:20.'],
  ])('%s', (headline, text) => {
    for (const wire of typed)
      expect(onlyOf(wire(headline, text))).toMatchObject({
        status: 'killed',
        signal: 'advisory',
        refersTo: [{ relation: 'kills' }],
      });
  });

  test('quotes it, and says when it was sent', () => {
    const text = 'Die Meldung „Werft meldet Insolvenz an“ von 14.20 Uhr wird zurückgezogen. Die Werft baut weiter.';
    expect(onlyOf(page('Achtung Redaktionen: Meldung nicht verwenden', text)).refersTo).toEqual([
      { relation: 'kills', headline: 'Werft meldet Insolvenz an', sentAt: '2026-03-14T14:20:00+01:00' },
    ]);
    const late = text.replace('14.20', '22.45');
    expect(onlyOf(page('Achtung Redaktionen: Meldung nicht verwenden', late)).refersTo).toEqual([
      { relation: 'kills', headline: 'Werft meldet Insolvenz an', sentAt: '2026-03-13T22:45:00+01:00' },
    ]);
  });

  test('is one in a feed when its headline speaks to the desks', () => {
    const headline = 'Achtung Redaktionen: Meldung „Werft meldet Insolvenz an“ bitte nicht mehr verwenden';
    expect(onlyOf(feed(headline, 'Die Werft baut weiter.'))).toMatchObject({
      status: 'killed',
      signal: 'advisory',
      refersTo: [{ relation: 'kills', headline: 'Werft meldet Insolvenz an' }],
    });
  });
});

describe('a kill or hold that names a number', () => {
  test.each([
    [
      'killed',
      'kills',
      '(Achtung - Rückzug: nor 0831)\r\nDie Eilmeldung nor 0831 (Werft insolvent) wird zurückgezogen',
    ],
    ['killed', 'kills', '(Achtung - Meldung nor 0831 ist zu streichen)\r\nWerft in Sandau'],
    ['killed', 'kills', '(Widerruf der Meldung nor 0831)\r\nWerft in Sandau'],
    ['killed', 'kills', '(Retrait de la dépêche nor 0831)\r\nWerft in Sandau'],
    ['withheld', 'holds', '(Achtung: Bitte Meldung nor 0831 zurückhalten)\r\nWerft in Sandau'],
    ['withheld', 'holds', '(Meldung nor 0831 bis auf Weiteres nicht verwenden)\r\nWerft in Sandau'],
    ['withheld', 'holds', '(Bericht nor 0831 gesperrt bis auf Weiteres)\r\nWerft in Sandau'],
  ])('%s, %s: %s', (status, relation, head) => {
    expect(onlyOf(iptc(head, 'Wir prüfen die Zahlen.'))).toMatchObject({
      status,
      signal: 'advisory',
      refersTo: [{ relation, number: '0831' }],
    });
  });

  test('is called by its words and not by its order', () => {
    const kill = onlyOf(iptc('KILL KILL bdt9001', 'The story bdt9001 is wrong. Nobody was hurt in Sandau.'));
    expect(kill).toMatchObject({ status: 'killed', headline: 'The story bdt9001 is wrong.' });
    expect(kill.notes).toContainEqual({
      kind: 'reason',
      text: 'The story bdt9001 is wrong. Nobody was hurt in Sandau.',
    });
  });

  test('says why, even where all of it is for the desks', () => {
    const text =
      '(Diese Meldung ist nicht zur Veröffentlichung bestimmt)\r\n\r\n   Die Zahlen stammten aus einem Testlauf.';
    const kill = onlyOf(iptc('(Achtung - Rückzug: nor 0831)\r\nDie Meldung nor 0831 wird zurückgezogen', text));
    expect(kill.body).toEqual([]);
    expect(kill.notes).toContainEqual({
      kind: 'reason',
      text: 'Die Meldung nor 0831 wird zurückgezogen Die Zahlen stammten aus einem Testlauf.',
    });
  });
});

describe('no order', () => {
  test.each([
    ['Rückzug der Truppen', 'Die Armee hat sich aus der Stadt zurückgezogen. Das meldete die Agentur um 15.31 Uhr.'],
    ['Rückzug: Minister gibt Amt auf', 'Der Minister hat sich zurückgezogen, wie aus einem Bericht hervorgeht.'],
    ['Bahn will 500 Stellen streichen', 'Die Bahn muss nach einem Bericht der Zeitung 500 Stellen streichen.'],
    ['Widerruf der Zulassung gefordert', 'Die Zulassung muss laut Bericht widerrufen werden.'],
    ['Handelsembargo gegen Valmarien', 'Das Embargo gilt ab 15. März. Bitte nicht mehr liefern, heißt es in dem Text.'],
    ['Rückruf: Salmonellen in Käse', 'Der Hersteller ruft Käse zurück. Bitte nicht mehr verwenden.'],
    ['Zeitung zieht Bericht zurück', 'Die Zeitung hat ihren Bericht „Minister tritt zurück“ zurückgezogen.'],
    ['Polizei warnt vor SMS', 'Die Polizei rät: Bitte löschen Sie die Nachricht „Hallo Mama“ sofort.'],
    ['Gericht: Text muss gelöscht werden', 'Der Verlag muss den Text „Der Minister“ löschen, urteilte das Gericht.'],
    ['Partei will Absatz streichen', 'Die Partei will einen Absatz aus dem Text streichen.'],
    ['Reaktor AP 1000 wird gestrichen', 'Das Kraftwerk vom Typ AP 1000 wird gestrichen.'],
    ['Police hold man after report', 'Police hold a man after a report of shots at 15:31 on Saturday.'],
    ['Firm recalls 5,000 cars', 'The cars must not be used, according to the report “Unsafe”, published at 15:31.'],
    ['Le ministre annule son voyage', 'Le ministre a annulé son voyage, selon une information du journal.'],
    ['El Gobierno retira la ley', 'El Gobierno debe retirar la ley, según la nota difundida.'],
    ['Il ministro ritira il testo della legge', 'Il ministro ha ritirato il testo della legge.'],
  ])('%s is news', (headline, text) => {
    for (const wire of [...typed, feed]) expect(onlyOf(wire(headline, text)).status).toBe('usable');
  });

  test('a correction that deletes a sentence', () => {
    const head = '(Berichtigung: In Meldung nor 0831 den zweiten Satz gestrichen)\r\nWerft baut weiter';
    expect(onlyOf(iptc(head, 'Sandau (nor) - Die Werft baut weiter.'))).toMatchObject({
      status: 'usable',
      signal: 'correction',
    });
  });
});
