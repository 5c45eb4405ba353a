import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { onlyOf } from '../reading.ts';

const textOf = (dispatch: ReturnType<typeof onlyOf>) => dispatch.body.map(blockText).join('\n');
const mail = (subject: string) =>
  `From: Desk <desk@nord.example>\nSubject: ${subject}\nDate: Tue, 10 Mar 2026 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\nDas teilte die Kommission am Dienstag mit.\n`;

describe('a line that is nothing but Rückruf', () => {
  const news = 'Der Hersteller ruft Käse zurück. Das Produkt bitte nicht verwenden, sagte er laut einem Bericht.';
  const others = [
    'Die Behörden bitten nach dem Bericht darum, den Käse nicht zu essen.',
    'Kunden werden gebeten, die Packung nicht zu verwenden. Die Meldung kam um 12.30 Uhr.',
    'Der Hersteller zieht nach einem Bericht den Käse „Alter Hafen“ aus dem Handel zurück.',
    'Meldung 2026',
  ];
  const orders = [
    'Die Meldung „Hafen öffnet“ wird zurückgezogen.',
    'Wir ziehen die Meldung über den Hafen zurück.',
    'Wir ziehen unsere Meldung von 12.30 Uhr über den Hafen zurück.',
    'Die Meldung vom 3. März wird zurückgezogen.',
    'Die dpa-Meldung „Hafen öffnet, Kräne stehen still. Was nun?“ wird zurückgezogen.',
    'Die Redaktionen werden gebeten, die Meldung „Hafen öffnet“ nicht zu verwenden.',
    'Bitte löschen Sie diesen Text.',
    'Bitte verwenden Sie die Meldung nicht.',
    'Zu dpa 0157 vom Dienstag: Der Bericht ist falsch.',
    'Meldung nor 0157 (Hafen öffnet) ist falsch.',
    'KILL KILL KILL, der Hafen öffnet doch nicht.',
  ];
  const page = (text: string, ...above: string[]) =>
    `${above.join('\n\n')}\n\n10.03.2026 - 08:00:00\n\n${text}\n\n@ dts-nachrichtenagentur.de\n`;
  const iptc = (text: string) =>
    `\x01bdt0302 4 wi 60  nor 0778\r\n\r\nKäse/\r\n\x02Rückruf =\r\n\r\n   Sandau (nor) - ${text}\r\n\x03101010 Mrz 26\r\n\x7f\x04`;
  const wires = (text: string) => [
    page(text, 'Wirtschaft', 'Rückruf'),
    page(`Rückruf\n\n${text}`, 'Käse belastet'),
    page(text, 'Rückruf', 'Käse belastet'),
    `Rückruf\n\n${text}\n`,
    iptc(text),
    mail('Rückruf').replace('Das teilte die Kommission am Dienstag mit.', text),
    `ZCZC NOR\n^Rückruf\n*X\n${text}\nNNNN\n`,
  ];

  test('is news, and stays', () => {
    for (const wire of wires(news)) {
      const dispatch = onlyOf(wire);
      expect(dispatch.status).toBe('usable');
      expect(`${dispatch.categories}\n${dispatch.headline}\n${textOf(dispatch)}`).toContain('Rückruf');
    }
  });

  test.each(others)('is news above %s', (text) => {
    for (const wire of wires(text)) expect(onlyOf(wire).status).toBe('usable');
  });

  test.each(orders)('is a kill above %s', (order) => {
    for (const wire of wires(order)) expect(onlyOf(wire)).toMatchObject({ status: 'killed' });
  });

  test.each(['RÜCKRUF', '(Rückruf)', '+++ Rückruf +++', 'Bitte nicht verwenden', 'Zurückgezogen'])(
    '%s is one by itself',
    (line) => expect(onlyOf(page(news, line, 'Hafen öffnet')).status).toBe('killed'),
  );
});

describe('an order in brackets above a headline', () => {
  const wire = (line: string) =>
    `\x01bdt0311 2 pl 45  dpa 0312 br 0298\r\n\r\nHafen/\r\n\x02${line}\r\nHafen brennt =\r\n\r\n   Sandau (dpa) - Der Brand hat nicht stattgefunden.\r\n\x03201131 Nov 26\r\n\x04`;

  test.each(['(Achtung: Bitte Meldung dpa 0298 nicht verwenden)', '(Die Meldung dpa 0298 wird zurückgezogen)'])(
    '%s kills',
    (line) =>
      expect(onlyOf(wire(line))).toMatchObject({ status: 'killed', refersTo: [{ relation: 'kills', number: '0298' }] }),
  );

  test('a correction does not', () => {
    expect(onlyOf(wire('(Berichtigung: In Meldung dpa 0298, 2. Absatz, Name richtig)'))).toMatchObject({
      status: 'usable',
      signal: 'correction',
    });
  });
});

describe('KILL in the headline', () => {
  const inNitf = (headline: string, text: string, docdata = '') =>
    `<nitf><head><docdata><doc-id id-string="q5"/><date.issue norm="20260310T100000Z"/>${docdata}</docdata></head><body><body.head><hedline><hl1>${headline}</hl1></hedline></body.head><body.content><p>${text}</p></body.content></body></nitf>`;
  const inRss = (headline: string, text: string) =>
    `<rss version="2.0"><channel><title>Nord</title><link>https://nord.example</link><item><title>${headline}</title><guid>n1</guid><pubDate>Tue, 10 Mar 2026 08:00:00 +0100</pubDate><description>${text}</description></item></channel></rss>`;
  const inAtom = (headline: string, text: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Nord</title><id>n</id><entry><id>urn:n:1</id><title>${headline}</title><updated>2026-03-10T08:00:00Z</updated><content type="text">${text}</content></entry></feed>`;
  const order = 'Please kill the story Harbour opens, V9991. A kill is mandatory.';

  test.each([
    'ADVISORY: KILL - Harbour opens',
    'KILL KILL KILL',
    'MANDATORY KILL: Harbour opens',
    'ADVISORY: KILL',
    'KILL ADVISORY',
  ])('%s is an order in NITF, RSS and Atom', (headline) => {
    for (const wire of [inNitf, inRss, inAtom])
      expect(onlyOf(wire(headline, 'The harbour stays shut.'))).toMatchObject({ headline, status: 'killed' });
  });

  test.each(['KILL', 'KILL - Harbour opens', 'KILL: Harbour opens'])(
    '%s is one in NITF, and where the text orders it',
    (headline) => {
      expect(onlyOf(inNitf(headline, 'The harbour stays shut.')).status).toBe('killed');
      for (const wire of [inRss, inAtom]) {
        expect(onlyOf(wire(headline, 'The band plays on Tuesday.')).status).toBe('usable');
        expect(onlyOf(wire(headline, order))).toMatchObject({
          status: 'killed',
          signal: 'advisory',
          refersTo: [{ relation: 'kills', number: 'V9991' }],
        });
      }
    },
  );

  test('names what the document means', () => {
    const dispatch = onlyOf(
      inNitf('KILL - Harbour opens', 'Shut.', '').replace('<docdata>', '<docdata management-doc-idref="q4">'),
    );
    expect(dispatch).toMatchObject({ status: 'killed', refersTo: [{ relation: 'kills', id: 'q4' }] });
  });

  test.each([
    'KILL BILL - the film',
    'Kill: a song',
    'KILLER - whale seen',
    'ADVISORY: KILL MOSQUITOES NOW',
    'Advisory: Kill bacteria by boiling',
    'KILLED: two in crash',
    'ROAD KILL - a study',
    'KILL-SWITCH found',
  ])('%s is news', (headline) => {
    for (const wire of [inNitf, inRss, inAtom]) expect(onlyOf(wire(headline, 'A text.')).status).toBe('usable');
  });
});
