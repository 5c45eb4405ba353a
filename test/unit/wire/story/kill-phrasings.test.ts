import { describe, expect, test } from 'vitest';
import type { Dispatch } from '../../../../main/wire/dispatch.ts';
import { onlyOf } from '../reading.ts';

/** Orders as one sentence each, with a number or with headline and hour; `bdt0831` and „…“ stand in them. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  killed: [
    // German
    'Die Meldung bdt0831 wird zurückgezogen.',
    'Wir ziehen die Meldung bdt0831 zurück.',
    'Bitte die Meldung bdt0831 nicht verwenden.',
    'Die Meldung bdt0831 bitte nicht mehr verwenden.',
    'Bitte verwenden Sie die Meldung bdt0831 nicht.',
    'Die Meldung bdt0831 darf nicht verbreitet werden.',
    'Bitte streichen Sie die Meldung bdt0831.',
    'Die Meldung bdt0831 ist zu streichen.',
    'Die Meldung bdt0831 muss gestrichen werden.',
    'Die Meldung bdt0831 ist hinfällig.',
    'Die Meldung bdt0831 ist gegenstandslos.',
    'Die Meldung bdt0831 wird widerrufen.',
    'Wir widerrufen die Meldung bdt0831.',
    'Wir annullieren die Meldung bdt0831.',
    'Die Meldung bdt0831 bitte löschen.',
    'Die Eilmeldung „Werft meldet Insolvenz an“ von 14.20 Uhr wird zurückgezogen.',
    'Bitte die Meldung „Werft meldet Insolvenz an“ (14.20 Uhr) nicht verwenden.',
    'Unsere Meldung „Werft meldet Insolvenz an“ ziehen wir zurück.',
    // English
    'Please kill the story bdt0831.',
    'The story bdt0831 is withdrawn.',
    'The story bdt0831 has been withdrawn.',
    'We are withdrawing the story bdt0831.',
    'Please withdraw item bdt0831.',
    'Please do not use story bdt0831.',
    'Story bdt0831 must not be used.',
    'Story bdt0831 should not be published.',
    'Please disregard story bdt0831.',
    'Story bdt0831 is retracted.',
    'We retract story bdt0831.',
    'Story bdt0831 has been killed.',
    'A kill is mandatory: story bdt0831.',
    'Please delete story bdt0831.',
    'The story “Yard files for insolvency”, sent at 14:20, has been withdrawn.',
    'Please do not use the story “Yard files for insolvency” of 14:20.',
    // French
    'La dépêche bdt0831 est annulée.',
    'Veuillez annuler la dépêche bdt0831.',
    'Prière de ne pas utiliser la dépêche bdt0831.',
    'Merci de ne plus utiliser la dépêche bdt0831.',
    'Nous retirons la dépêche bdt0831.',
    'La dépêche bdt0831 est retirée.',
    'La dépêche bdt0831 est supprimée.',
    'Veuillez ne pas tenir compte de la dépêche bdt0831.',
    'La dépêche bdt0831 ne doit pas être utilisée.',
    'Prière d’annuler la dépêche « Le chantier est en faillite » de 14h20.',
    // Spanish
    'Se anula la noticia bdt0831.',
    'Queda anulada la noticia bdt0831.',
    'Rogamos anulen la noticia bdt0831.',
    'Se ruega no utilizar la noticia bdt0831.',
    'Por favor, no usen la noticia bdt0831.',
    'Retiramos la noticia bdt0831.',
    'La noticia bdt0831 queda retirada.',
    'La noticia bdt0831 queda sin efecto.',
    'No debe utilizarse la noticia bdt0831.',
    'Se ruega eliminar la noticia bdt0831.',
    'Se ruega no publicar la noticia «Quiebra el astillero» de las 14:20.',
    // Italian
    'La notizia bdt0831 è annullata.',
    'Si prega di annullare la notizia bdt0831.',
    'Si prega di non utilizzare la notizia bdt0831.',
    'La notizia bdt0831 è ritirata.',
    'Ritiriamo la notizia bdt0831.',
    'La notizia bdt0831 non va pubblicata.',
    'La notizia bdt0831 non deve essere utilizzata.',
    'Si prega di non tenere conto della notizia bdt0831.',
    'Si prega di cestinare il lancio bdt0831.',
    'Si prega di non usare la notizia «Il cantiere è fallito» delle 14:20.',
  ],
  withheld: [
    'Bitte halten Sie die Meldung bdt0831 zurück.',
    'Bitte die Meldung bdt0831 zurückhalten.',
    'Die Meldung bdt0831 ist bis auf Weiteres gesperrt.',
    'Die Meldung bdt0831 wird bis auf Weiteres gesperrt.',
    'Die Meldung bdt0831 bitte vorerst nicht verwenden.',
    'Bitte die Meldung bdt0831 bis auf Weiteres nicht veröffentlichen.',
    'Please hold the story bdt0831.',
    'Please withhold story bdt0831.',
    'Story bdt0831 is on hold.',
    'Please do not use story bdt0831 until further notice.',
    'Prière de suspendre la dépêche bdt0831.',
    'Merci de retenir la dépêche bdt0831.',
    'Se ruega retener la noticia bdt0831.',
    'La noticia bdt0831 queda en espera.',
    'Si prega di trattenere la notizia bdt0831.',
    'La notizia bdt0831 è sospesa.',
  ],
};

/** Titles that order by themselves, above a text that only explains. */
const TITLES: Readonly<Record<string, readonly string[]>> = {
  killed: [
    'Rückzug: Meldung bdt0831',
    'Achtung - Rückzug: bdt0831',
    'Achtung, Widerruf: bdt0831',
    'Widerruf der Meldung bdt0831',
    'Streichung der Meldung bdt0831',
    'Zurückgezogen: Meldung bdt0831',
    'Rückruf der Meldung bdt0831',
    'Storno: bdt0831',
    'Meldung bdt0831 zurückgezogen',
    'Meldung bdt0831 bitte streichen',
    'Meldung bdt0831 nicht verwenden',
    'Achtung: bdt0831 nicht mehr verwenden',
    'KILL KILL KILL bdt0831',
    'KILL - bdt0831',
    'MANDATORY KILL: bdt0831',
    'ADVISORY: KILL bdt0831',
    'WITHDRAWN: story bdt0831',
    'WITHDRAWAL - story bdt0831',
    'RETRACTION: story bdt0831',
    'Please kill story bdt0831',
    'Do not use story bdt0831',
    'Annulation : dépêche bdt0831',
    'ANNULATION de la dépêche bdt0831',
    'Retrait de la dépêche bdt0831',
    'Dépêche bdt0831 à annuler',
    'Anulación: noticia bdt0831',
    'ANULACIÓN de la noticia bdt0831',
    'Retirada de la noticia bdt0831',
    'Annullamento: notizia bdt0831',
    'ANNULLAMENTO della notizia bdt0831',
    'Ritiro della notizia bdt0831',
  ],
  withheld: [
    'Bitte Meldung bdt0831 zurückhalten',
    'Zurückhalten: Meldung bdt0831',
    'Meldung bdt0831 bis auf Weiteres gesperrt',
    'Meldung bdt0831 vorerst nicht verwenden',
    'HOLD - bdt0831',
    'HOLD HOLD HOLD bdt0831',
    'Please hold story bdt0831',
    'Story bdt0831 withheld',
  ],
};

/** Titles and texts that name what they mean by its headline. */
const QUOTING: readonly (readonly [string, string])[] = [
  ['Rückzug: Werft meldet Insolvenz an', 'Die Meldung von 14.20 Uhr wird zurückgezogen. Sie ist falsch.'],
  [
    'Widerruf',
    'Die Meldung von 14.20 Uhr mit der Überschrift „Werft meldet Insolvenz an" ist falsch. Bitte nicht verwenden.',
  ],
  ['Meldung gestrichen', 'Die um 14:20 Uhr verbreitete Meldung "Werft meldet Insolvenz an" ist gestrichen.'],
  ['Achtung!', 'Bitte die Meldung "Werft meldet Insolvenz an" von 14.20 Uhr nicht mehr verwenden!'],
  ['Bitte beachten', 'Die Meldung "Werft meldet Insolvenz an" (14:20 Uhr) ist zurückgezogen worden.'],
  [
    'Hinweis an die Redaktionen',
    'Wir bitten Sie, die Meldung "Werft meldet Insolvenz an" von 14:20 Uhr nicht zu verwenden.',
  ],
  [
    'Korrektur/Rückzug',
    'Die Meldung "Werft meldet Insolvenz an" von 14:20 Uhr trifft nicht zu und wird zurückgezogen.',
  ],
  ['Zurückgezogen: Werft meldet Insolvenz an', 'Die dts hat ihre Meldung von 14:20 Uhr zurückgezogen.'],
  ['ACHTUNG: MELDUNG "WERFT MELDET INSOLVENZ AN" NICHT VERWENDEN', 'Die Meldung ist falsch.'],
  ['KILL: Yard files for insolvency', 'Please kill the story that moved at 1420. The yard is solvent.'],
  ['Note to subscribers', 'Please do not use the story headlined "Yard files for insolvency" which moved at 2:20 p.m.'],
  ['EDITORS: PLEASE KILL', 'The 14:20 story "Yard files for insolvency" is wrong.'],
  [
    'STORY WITHDRAWN',
    'The story headlined "Yard files for insolvency" is withdrawn. There will be no substitute story.',
  ],
  ['Story removed', 'We have removed our story "Yard files for insolvency" sent at 14:20.'],
  [
    'Avis aux rédactions',
    'Merci de ne pas tenir compte de notre dépêche intitulée « Le chantier est en faillite », diffusée à 14h20.',
  ],
  ['AVISO', 'Rogamos que no utilicen la noticia titulada "Quiebra el astillero", enviada a las 14:20.'],
  ['AVVISO ALLE REDAZIONI', 'La notizia "Il cantiere è fallito", trasmessa alle 14:20, è annullata.'],
  ['(Rückzug) Werft meldet Insolvenz an', 'Diese Meldung wird zurückgezogen.'],
  ['Werft meldet Insolvenz an (zurückgezogen)', 'Diese Meldung wird zurückgezogen.'],
  ['Die Meldung "Werft meldet Insolvenz an" wird nicht mehr aufrechterhalten', 'Bitte nicht mehr verwenden.'],
];

const PLAIN = 'Die Angaben haben sich als falsch herausgestellt.';

type Wire = (headline: string, text: string) => Dispatch;
const iptc: Wire = (headline, text) =>
  onlyOf(
    `\x01bdt0302 4 pl 60  nor 0840\r\n\r\nHafen/\r\n\x02${headline} =\r\n\r\n   ${text}\r\n\x03141548 Mrz 26\r\n\x7f\x04`,
  );
const anpa: Wire = (headline, text) =>
  onlyOf(
    `\x16\x16\x01s0284\x1f_asian\r\nr i\x13\x11BC-Yard   03-14 0060\r\n\x02\x02^BC-Yard,60<\r\n^${headline}<\r\n\t${text}\r\n\x03AP-WF-03-14-26 1448GMT<\r\n\f\x04`,
  );
const dts: Wire = (headline, text) =>
  onlyOf(`Inland\n\n${headline}\n\n14.03.2026 - 15:48:00\n\n${text}\n\n@ dts-nachrichtenagentur.de\n`);
const plain: Wire = (headline, text) => onlyOf(`${headline}\n\n${text}\n`);
const zczc: Wire = (headline, text) => onlyOf(`ZCZC NOR\r\n^${headline}\r\n*X\r\n${text}\r\nNNNN\r\n`);
const mail: Wire = (headline, text) =>
  onlyOf(
    `From: NOR <wire@nor.example>\nTo: desk@paper.example\nSubject: =?utf-8?B?${Buffer.from(headline).toString('base64')}?=\nDate: Sat, 14 Mar 2026 15:48:00 +0100\nMessage-ID: <k1@nor.example>\nContent-Type: text/plain; charset=utf-8\n\n${text}\n`,
  );
const ninjs: Wire = (headline, text) =>
  onlyOf(
    JSON.stringify({
      uri: 'urn:nor:k1',
      type: 'text',
      versioncreated: '2026-03-14T15:48:00+01:00',
      headline,
      body_html: `<p>${text}</p>`,
    }),
  );
const rss: Wire = (headline, text) =>
  onlyOf(
    `<rss version="2.0"><channel><title>Nord</title><link>https://nord.example</link><item><title>${headline}</title><guid>n1</guid><pubDate>Sat, 14 Mar 2026 15:48:00 +0100</pubDate><description>${text}</description></item></channel></rss>`,
  );
const TYPED = { iptc, anpa, dts, plain, zczc, mail };
const EVERYWHERE = { ...TYPED, ninjs, rss };

const RELATION = { killed: 'kills', withheld: 'holds' } as const;
const cases = (table: typeof ORDERS) =>
  Object.entries(table).flatMap(([status, phrases]) => phrases.map((phrase) => [status, phrase] as const));

const holds = (dispatch: Dispatch, status: string, where: string) => {
  expect({ where, status: dispatch.status, refersTo: dispatch.refersTo?.length }).toEqual({
    where,
    status,
    refersTo: 1,
  });
  const [reference] = dispatch.refersTo ?? [];
  expect(reference?.relation).toBe(RELATION[status as keyof typeof RELATION]);
  expect(reference?.number ?? reference?.headline).toMatch(/0831|Werft|Yard|chantier|astillero|cantiere/i);
};

describe('an order', () => {
  test.each(cases(ORDERS))('%s: %s', (status, phrase) => {
    const sentence = phrase.replace(/\.$/, '');
    for (const [name, wire] of Object.entries(TYPED)) {
      holds(wire('Hafen in Sandau', `${phrase} ${PLAIN}`), status, `${name}, first sentence`);
      holds(wire(`(${sentence})`, PLAIN), status, `${name}, bracketed line`);
      holds(wire(`(Achtung - ${sentence})`, PLAIN), status, `${name}, bracketed warning`);
      holds(wire(`Achtung Redaktionen: ${sentence}`, PLAIN), status, `${name}, title`);
      holds(wire(`Note to editors: ${sentence}`, PLAIN), status, `${name}, English title`);
    }
  });

  test.each(cases(TITLES))('%s by its title: %s', (status, title) => {
    for (const [name, wire] of Object.entries(TYPED)) holds(wire(title, PLAIN), status, name);
  });
});

describe('an order that quotes a headline', () => {
  test.each(QUOTING)('%s: %s', (headline, text) => {
    for (const [name, wire] of Object.entries(TYPED)) {
      const dispatch = wire(headline, text);
      holds(dispatch, 'killed', name);
      expect(dispatch.refersTo?.[0]).toMatchObject({
        headline: expect.stringMatching(
          /^(?:Werft meldet Insolvenz an|Yard files for insolvency|Le chantier est en faillite|Quiebra el astillero|Il cantiere è fallito)$/i,
        ),
      });
    }
  });
});

/** Headline and text of news that uses the same words. */
const NEWS: readonly (readonly [string, string])[] = [
  [
    'Regierung zieht Gesetz zurück',
    'Die Regierung zieht das Gesetz zurück. Das teilte sie am Samstag um 14.20 Uhr mit.',
  ],
  ['Rückruf von Autos', 'Der Hersteller ruft 3000 Autos zurück. Betroffen ist das Modell 831.'],
  ['Rückruf: 3000 Autos betroffen', 'Die Autos müssen in die Werkstatt, heißt es in der Mitteilung.'],
  ['Streichen der Steuer gefordert', 'Die Partei will die Steuer streichen. Das geht aus einem Papier hervor.'],
  ['Sperrung bis auf Weiteres der A7', 'Die A7 ist bis auf Weiteres gesperrt. Das meldete die Polizei.'],
  ['A 831 bis auf Weiteres gesperrt', 'Die Autobahn 831 ist bis auf Weiteres gesperrt, berichtet die Polizei.'],
  ['Police kill suspect', 'Police killed a suspect on Saturday. Please avoid the area, they said.'],
  ['Widerruf der Approbation', 'Das Amt hat die Approbation widerrufen. Nach einem Bericht hatte der Arzt betrogen.'],
  ['Widerruf: Arzt verliert Approbation', 'Das Amt hat die Zulassung Nummer 831 widerrufen.'],
  ['Sänger storniert Tournee', 'Die Tournee ist storniert. Karten behalten nicht ihre Gültigkeit.'],
  ['Minister hält Bericht zurück', 'Der Minister hält den Bericht über die Bahn zurück, sagte ein Sprecher.'],
  ['Behörde hält Daten zurück', 'Die Behörde hält die Daten von 831 Patienten zurück.'],
  ['Rückzug aus Stadt im Osten', 'Die Armee hat 831 Soldaten zurückgezogen, meldete sie um 14.20 Uhr.'],
  ['Zeitung löscht Artikel über Minister', 'Die Zeitung hat einen Artikel über den Minister gelöscht.'],
  ['Verlag streicht 831 Stellen', 'Der Verlag muss 831 Stellen streichen, berichtete eine Zeitung.'],
  ['Bitte nicht füttern: Zoo warnt Besucher', 'Bitte verwenden Sie kein Brot, sagte der Zoo.'],
  ['Twitter sperrt Konto wegen Falschmeldung', 'Das Konto wurde wegen einer Falschmeldung gesperrt.'],
  ['Gericht: Beitrag zur Kasse 831 muss gestrichen werden', 'Das Gericht gab der Klage statt.'],
  ['Storno: Was Reisende wissen müssen', 'Wer eine Reise storniert, muss zahlen.'],
  ['Gestrichen: der Zug um 14.20 Uhr', 'Der Zug fällt aus, teilte die Bahn mit.'],
  ['Kill Bill kehrt ins Kino zurück', 'Der Film „Kill Bill“ läuft ab 14.20 Uhr.'],
  ['Hold the line, minister tells party', 'Please hold the line, the minister told the party.'],
  ['Firm withdraws 831 cars', 'The firm withdrew 831 cars after a report.'],
  ['Newspaper retracts report on minister', 'The newspaper retracted its report “Minister resigns” on Friday.'],
  ['Senator withdraws story about war service', 'The senator withdrew his story about the war.'],
  ['Storm kills 831', 'A storm killed 831 people. Please stay at home, police said.'],
  ['Bill to kill tax withdrawn', 'The bill, which must not be used again, was withdrawn.'],
  ['Recall: 5,000 fridges', 'Owners must not use the fridges, number 831 in the list of the agency.'],
  ['Court holds story to be true', 'The court held the report to be true.'],
  ['Delete this message, police warn', 'Please delete the message “Hello Mum” at once, police said.'],
  ['Annulation du match', 'Le match est annulé, selon une information du club.'],
  ['Le gouvernement retire son texte sur les retraites', 'Le texte est retiré, a annoncé le ministre à 14h20.'],
  ['Suppression de 831 postes', 'La direction supprime 831 postes, selon le journal.'],
  ['El juez anula la multa', 'El juez anula la multa de 831 euros.'],
  ['Retirada de 831 coches', 'La empresa retira 831 coches, según la nota difundida a las 14:20.'],
  ['El Senado suprime el texto', 'El Senado ha suprimido el texto de la ley.'],
  ['Il giudice annulla la multa', 'Il giudice ha annullato la multa di 831 euro.'],
  ['Ritiro di 831 auto', 'La casa ritira 831 auto.'],
  ['Il Senato sospende il testo', 'Il Senato ha sospeso il testo della legge alle 14:20.'],
  [
    'Gericht kippt Bericht-Pflicht',
    'Das Gericht hat die Berichtspflicht gestrichen. Die Meldung der Firmen um 14.20 Uhr entfällt.',
  ],
  [
    'ARD zieht Bericht über „Klinik 2000" zurück',
    'Die ARD hat einen Bericht „Klinik 2000" vom 14.20 Uhr zurückgezogen, teilte der Sender mit.',
  ],
  [
    'Bundeswehr hält Text zurück',
    'Das Ministerium muss den Text „Lage 831" um 14.20 Uhr zurückhalten, sagte ein Sprecher.',
  ],
  ['Netflix storniert Serie "Der Bericht"', 'Die Serie "Der Bericht" wird um 20.15 Uhr nicht gezeigt.'],
  [
    'Twitter löscht Meldung',
    'Twitter hat die Meldung "Minister tritt zurück" um 14.20 Uhr gelöscht, teilte das Unternehmen mit.',
  ],
  ['Polizei: Meldung „Bombe im Zug" war falsch', 'Die Polizei zog die Meldung „Bombe im Zug" um 14.20 Uhr zurück.'],
  [
    'Agentur AP zieht Foto zurück',
    'Die Nachrichtenagentur AP hat ein Foto zurückgezogen. Zuvor hatte AFP 2024 ein Bild gestrichen.',
  ],
  ['dpa streicht 120 Stellen', 'Die dpa will 120 Stellen streichen. Das berichtet die Zeitung.'],
  ['Reuters retracts story on bank', 'Reuters said it withdrew a story about the bank published at 14:20 on Friday.'],
  ['AP withdraws report 12 hours later', 'The AP withdrew its report "Missile" on Friday.'],
  ['EFE anula su noticia', 'La agencia EFE anuló el martes su noticia "Quiebra" de las 14:20, según El País.'],
  ['Please kill the tax, senator says', 'Please kill the tax, the senator told 831 reporters.'],
  ['Kill or cure', 'The report must be withdrawn, the minister said.'],
  ['Hold story short, editor says', 'The editor said: Please hold story 12 for Monday.'],
  ['Rückzug', 'Die Bundeswehr zieht sich bis 2026 zurück, wie aus einem Bericht hervorgeht.'],
  ['Widerruf', 'Der Zeuge hat seine Aussage widerrufen. Der Text liegt dem Gericht vor.'],
  [
    'Bundesamt ruft zurück: Artikel 4711 nicht verwenden',
    'Die Artikel 4711 dürfen nicht verwendet werden, teilte das Amt mit.',
  ],
  [
    'Produktrückruf: Artikel Nr. 4711',
    'Bitte den Artikel Nr. 4711 nicht mehr verwenden, teilte der Händler am Samstag mit.',
  ],
  ['Recall: item 4711', 'Please do not use item 4711, the retailer said on Saturday.'],
  ['Artikel 13 wird gestrichen', 'Das Parlament hat den Artikel 113 gestrichen.'],
  ['Streichung von Artikel 218 gefordert', 'Die Partei will Artikel 218 streichen.'],
  ['Paragraf 218: Streichung', 'Die Kommission hat die Streichung empfohlen.'],
  ['Article 370 withdrawn', 'India has withdrawn article 370 of the constitution.'],
  ['Retrait de l’article 490', 'Le gouvernement retire l’article 490 du texte.'],
  ['Annullato l’articolo 180', 'La Corte ha annullato l’articolo 180 della legge.'],
  ['Se anula el artículo 155', 'El tribunal anula el artículo 155.'],
];

describe('news in the same words', () => {
  test.each(NEWS)('%s', (headline, text) => {
    for (const [name, wire] of Object.entries(EVERYWHERE)) {
      const { status, refersTo } = wire(headline, text);
      expect({ name, status, refersTo }).toEqual({ name, status: 'usable', refersTo: undefined });
    }
  });
});
