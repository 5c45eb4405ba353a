/** An evening in a newsroom, invented: agencies, people and places do not exist. */

export interface Told {
  readonly id: string;
  /** Minutes before now. */
  readonly ago: number;
  readonly headline: string;
  readonly text: readonly string[];
  readonly source?: string;
  readonly language?: 'de' | 'en';
  readonly category: string;
  /** A code of the IPTC's media topics. */
  readonly topic: string;
  readonly urgency?: number;
  readonly version?: number;
  readonly byline?: string;
  readonly note?: string;
  readonly signal?: string;
  readonly status?: 'usable' | 'canceled';
  /** In minutes from now. */
  readonly embargo?: number;
  readonly rights?: string;
}

const NORD = 'Nord-Nachrichten';
const KUESTE = 'Küstenpress';
const HARBOUR = 'Harbour Wire';

/** The file of a dispatch, ninjs, sent so long before `now` (milliseconds since 1970). */
export function dispatchFile(told: Told, now: number): string {
  const { id, ago, headline, text, source = NORD, language = 'de', urgency = 4, version = 1, embargo } = told;
  const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
  return JSON.stringify({
    uri: `urn:newsml:nord.example:${id}`,
    type: 'text',
    version: String(version),
    versioncreated: at(-ago),
    pubstatus: told.status ?? 'usable',
    language,
    source,
    urgency,
    headline,
    body_html: text.map((paragraph) => `<p>${paragraph}</p>`).join(''),
    byline: told.byline,
    ednote: told.note,
    signals: told.signal === undefined ? undefined : [{ name: told.signal }],
    usageterms: told.rights,
    embargoed: embargo === undefined ? undefined : at(embargo),
    subject: [{ name: told.category, code: `medtop:${told.topic}` }],
  });
}

/** A planning item of ninjs: what will be when, and where. */
export const eventFile = (id: string, name: string, inMinutes: number, place: string, now: number): string =>
  JSON.stringify({
    uri: `urn:newsml:nord.example:${id}`,
    type: 'event',
    version: '1',
    versioncreated: new Date(now - 200 * 60_000).toISOString(),
    source: NORD,
    language: 'de',
    name,
    definition_long: `${name} in ${place}.`,
    dates: { start: new Date(now + inMinutes * 60_000).toISOString() },
    location: [{ name: place }],
  });

const bridge = (share: string, cost: string, start: string): readonly string[] => [
  `Birkau (nn) - Das Land trägt ${share} der Kosten für die neue Moorbahn. Das sagte Verkehrsministerin Almut Rehse am Nachmittag in Birkau. Der Bau soll ${start} beginnen.`,
  `Die Strecke verbindet Birkau mit Sandholm und wird nach den Plänen ${cost} Millionen Euro kosten. „Wer heute baut, fährt in fünf Jahren“, sagte Rehse.`,
  'Der Gemeinderat hatte den Entwurf im Frühjahr mit zwei Stimmen Mehrheit angenommen. Gegen die Trasse klagt ein Verband, der um die Brutplätze der Rohrdommel fürchtet; verhandelt wird im Februar.',
];

/** What the library already has. */
export const EARLIER: readonly Told[] = [
  {
    id: 'moorbahn',
    ago: 185,
    headline: 'Moorbahn: Land übernimmt ein Drittel der Kosten',
    text: bridge('ein Drittel', '412', 'im Mai'),
    category: 'Verkehr',
    topic: '04000000',
    byline: 'Jorinde Maas',
  },
  {
    id: 'faehre',
    ago: 170,
    headline: 'Fähre vor Lundsund gesunken',
    text: ['Lundsund (kp) - Vor Lundsund ist am Nachmittag eine Fähre gesunken. 40 Menschen waren an Bord.'],
    source: KUESTE,
    category: 'Vermischtes',
    topic: '03000000',
    urgency: 2,
  },
  {
    id: 'werft',
    ago: 160,
    headline: 'Werft in Harlum streicht 120 Stellen',
    text: [
      'Harlum (nn) - Die Werft Brandt & Söhne streicht in Harlum 120 von 640 Stellen. Das teilte der Vorstand nach einer Sitzung des Aufsichtsrats mit.',
      'Die Gewerkschaft kündigte Widerstand an. „Die Halle steht voll Arbeit, und der Vorstand schickt die Leute nach Hause“, sagte Betriebsratschefin Wiebke Thomsen.',
    ],
    category: 'Wirtschaft',
    topic: '04000000',
  },
  {
    id: 'radweg',
    ago: 20,
    headline: 'Stadtrat in Birkau beschließt Radweg am Deich',
    text: [
      'Birkau (nn) - Der Stadtrat in Birkau hat den Bau eines Radwegs auf dem Deich beschlossen. Für den Entwurf stimmten am Sonntag in einer Sondersitzung 19 Abgeordnete, 14 waren dagegen.',
      'Der Weg soll zwölf Kilometer lang werden und vom Hafen bis zum Leuchtturm von Lundsund führen. Die Kosten schätzt das Bauamt auf 4,2 Millionen Euro; zwei Drittel davon trägt das Land.',
      '„Wer morgens mit dem Rad zur Fähre will, fährt bisher neben den Lastwagen“, sagte Bürgermeisterin Meike Harms. „Damit ist im übernächsten Sommer Schluss.“',
      'Der Deichverband hatte bis zuletzt gewarnt, die Grasnarbe könne leiden. Nun wird der Weg an drei Stellen hinter den Deich verlegt, und im Winter bleibt er gesperrt.',
      'Baubeginn ist nach der Brutzeit im August. Die Opposition will den Beschluss prüfen lassen: Die Einladung zur Sitzung sei einen Tag zu spät verschickt worden.',
    ],
    category: 'Politik',
    topic: '11000000',
    byline: 'Hauke Lorenzen',
    note: 'Grafik folgt gegen 18 Uhr.',
  },
  {
    id: 'bericht',
    ago: 60,
    headline: 'Jahresbericht: Küste verliert 14 Hektar Salzwiesen',
    text: [
      'Sandholm (nn) - Die Küste hat im vergangenen Jahr 14 Hektar Salzwiesen verloren, mehr als in den fünf Jahren zuvor zusammen. Das steht im Jahresbericht des Nationalparkamts.',
      'Als Ursache nennt das Amt drei schwere Sturmfluten im Herbst.',
    ],
    category: 'Umwelt',
    topic: '06000000',
    embargo: 95,
    note: 'Sperrfrist: Der Bericht wird am Abend vorgestellt.',
  },
  {
    id: 'haushalt',
    ago: 55,
    headline: 'Rede der Finanzministerin zum Nachtragshaushalt',
    text: ['Elmshaven (kp) - Es gilt das gesprochene Wort.'],
    source: KUESTE,
    category: 'Politik',
    topic: '11000000',
    embargo: 840,
  },
  ...[
    ['Handball: Nordlichter gewinnen nach Verlängerung 31:30', 'Sport', '15000000', NORD],
    ['Museum zeigt Briefe der Vogelwartin Ina Petersen', 'Kultur', '01000000', KUESTE],
    ['Erste Wintergäste: 11 000 Pfeifenten im Sandholmer Watt', 'Umwelt', '06000000', NORD],
    ['Klinik Harlum öffnet Notaufnahme wieder rund um die Uhr', 'Gesundheit', '07000000', KUESTE],
    ['Krabbenfischer verhandeln über höhere Mindestpreise', 'Wirtschaft', '04000000', KUESTE],
    ['Landgericht: Acht Jahre Haft nach Raub in Juweliergeschäft', 'Justiz', '02000000', NORD],
    ['Sturmtief „Ottilie“ erreicht am Abend die Küste', 'Wetter', '17000000', NORD],
    ['Schulen melden 60 offene Stellen für Physik und Musik', 'Bildung', '05000000', NORD],
    ['Hafen Elmshaven schlägt so viele Container um wie nie', 'Wirtschaft', '04000000', KUESTE],
    ['Fußball: Trainerin Ruge verlängert bis 2029', 'Sport', '15000000', NORD],
    ['Archäologen finden Bohlenweg aus der Eisenzeit im Moor', 'Wissenschaft', '13000000', KUESTE],
    ['Parlament streitet über Vorrang für Windräder', 'Politik', '11000000', NORD],
    ['Bäckereien: Brötchen kosten im Schnitt vier Cent mehr', 'Wirtschaft', '04000000', NORD],
    ['Chor aus Lundsund singt zum Jahreswechsel im Leuchtturm', 'Kultur', '01000000', KUESTE],
  ].map(([headline = '', category = '', topic = '', source = ''], index) => ({
    id: `meldung-${index}`,
    ago: 57 + index * 37,
    headline,
    text: [
      `${headline}. Das wurde am Nachmittag bekannt; Einzelheiten sollen am Abend folgen.`,
      'Die Beteiligten äußerten sich zunächst nicht. Am Abend tritt der Ausschuss noch einmal zusammen.',
    ],
    category,
    topic,
    source,
  })),
  ...[
    ['Port of Elmshaven reports record container traffic', 'Business', '04000000'],
    ['Storm warning raised for the outer islands until midnight', 'Weather', '17000000'],
    ['Coastguard ends search after ferry crew found safe', 'General', '03000000'],
    ['Parliament to vote on harbour dredging after long dispute', 'Politics', '11000000'],
  ].map(([headline = '', category = '', topic = ''], index) => ({
    id: `story-${index}`,
    ago: 140 + index * 61,
    headline,
    text: [
      `${headline}, officials said on Sunday. Further details were expected later in the day.`,
      'Ferry services were suspended in the afternoon and are to resume on Monday morning.',
    ],
    source: HARBOUR,
    language: 'en' as const,
    category,
    topic,
  })),
];

/** What comes while somebody is reading: a new version, a kill, a correction, a flash. */
export const ARRIVING: readonly Told[] = [
  {
    id: 'moorbahn',
    version: 2,
    ago: 12,
    headline: 'Moorbahn: Land übernimmt die Hälfte der Kosten',
    text: bridge('die Hälfte', '438', 'schon im März'),
    category: 'Verkehr',
    topic: '04000000',
    byline: 'Jorinde Maas',
    signal: 'Update',
    note: 'Neu gefasst mit Zahlen des Ministeriums.',
  },
  {
    id: 'faehre',
    version: 2,
    ago: 9,
    headline: 'Fähre vor Lundsund gesunken',
    text: ['Lundsund (kp) - Vor Lundsund ist am Nachmittag eine Fähre gesunken. 40 Menschen waren an Bord.'],
    source: KUESTE,
    category: 'Vermischtes',
    topic: '03000000',
    status: 'canceled',
    note: 'Die Meldung trifft nicht zu: Das Schiff liegt unversehrt im Dock. Bitte nicht verwenden.',
  },
  {
    id: 'werft',
    version: 2,
    ago: 7,
    headline: 'Werft in Harlum streicht 12 Stellen',
    text: [
      'Harlum (nn) - Die Werft Brandt & Söhne streicht in Harlum zwölf von 640 Stellen. Das teilte der Vorstand nach einer Sitzung des Aufsichtsrats mit.',
      'Die Gewerkschaft kündigte Widerstand an. „Die Halle steht voll Arbeit, und der Vorstand schickt die Leute nach Hause“, sagte Betriebsratschefin Wiebke Thomsen.',
    ],
    category: 'Wirtschaft',
    topic: '04000000',
    signal: 'Correction',
    note: 'Berichtigung: Im ersten Satz muss es zwölf heißen, nicht 120.',
    rights: 'Nur zur redaktionellen Verwendung in Deutschland.',
  },
  {
    id: 'deich',
    ago: 3,
    headline: 'Deich bei Sandholm gebrochen - Behörden räumen zwei Dörfer',
    text: [
      'Sandholm (nn) - Bei Sandholm ist am Abend der Deich auf einer Länge von 30 Metern gebrochen. Die Behörden räumen Olderum und Westerwarf, wie der Krisenstab mitteilte.',
    ],
    category: 'Vermischtes',
    topic: '03000000',
    urgency: 1,
  },
];
