import type { Dispatch } from '../../../preload/contract/contract.ts';
import { message } from '../../../preload/contract/messages.ts';

/** Invented dispatches: deterministic, of several sources and ages, the first ones with everything a dispatch can have. */

const SUBJECTS = [
  'Hafenbrücke in Lüdersund',
  'Haushalt von Neuwarden',
  'Tarifrunde der Fährleute',
  'Wahl in Ostmarken',
  'Rekordernte im Haffland',
  'Streit um Moorbahn',
  'Außenminister Tellkamp',
  'Sturmtief „Henrike“',
  'Pokalfinale Birkau gegen Senden',
  'Rechenzentrum bei Altmühl',
];
const ENDINGS = [
  'kommt voran',
  'sorgt für Ärger im Rat',
  'wird teurer als geplant',
  'endet ohne Ergebnis',
  'überrascht Fachleute und beschäftigt nun auch die Nachbarländer',
  'geht in die Verlängerung',
  'findet breite Zustimmung',
];
const LEADS = [
  'Die Beteiligten haben sich am Vormittag nach langen Gesprächen auf einen gemeinsamen Zeitplan verständigt, der bis zum Herbst reicht.',
  'Nach Angaben der Verwaltung liegen die Kosten inzwischen um ein Drittel über dem ersten Ansatz, ein Ende sei nicht abzusehen.',
  'Beobachter hatten mit einem anderen Ausgang gerechnet. „Das war nicht zu erwarten“, sagte eine Sprecherin.',
];
const MORE = [
  'Der Sprecher verwies auf das Gutachten, das in der kommenden Woche veröffentlicht werden soll. Darin würden auch die Folgen für die umliegenden Gemeinden berechnet, deren Straßen den zusätzlichen Verkehr aufnehmen müssten.',
  'Im Rat hatten zuletzt mehrere Abgeordnete verlangt, den Beschluss noch einmal aufzuschieben. Eine Mehrheit fand der Antrag nicht; die Sitzung dauerte bis in die Nacht.',
  'Auch die Gewerkschaft äußerte sich zurückhaltend: Man werde das Ergebnis den Mitgliedern vorlegen, sagte ihr Vorsitzender Ole Brandis. Vor dem Winter sei mit einer Entscheidung nicht zu rechnen.',
];
const CATEGORIES = ['Inland', 'Ausland', 'Wirtschaft', 'Sport', 'Kultur', 'Vermischtes'];
const SOURCES = ['küstendienst', 'haff-agentur.example', 'Nordpress', 'Bundesticker'];

const pick = <T>(values: readonly T[], n: number): T => {
  const value = values[((n % values.length) + values.length) % values.length];
  if (value === undefined) throw new Error('Nothing to pick from');
  return value;
};

/** The time the newest invented dispatch carries. */
export const NOW = new Date('2026-03-17T14:40:00+01:00');

/** Dispatch number `n`, 0 the newest, seven minutes between two. */
export function story(n: number, now: Date = NOW): Dispatch {
  const publishedAt = new Date(now.getTime() - n * 7 * 60_000).toISOString();
  const headline = `${pick(SUBJECTS, n * 7 + Math.floor(n / 10))} ${pick(ENDINGS, n * 3)}`;
  const category = pick(CATEGORIES, n * 5);
  return {
    id: `d-${n}`,
    version: 1,
    status: 'usable',
    headline,
    categories: n % 4 === 0 ? [category, pick(CATEGORIES, n * 5 + 1)] : [category],
    keywords: [],
    urgency: n % 41 === 11 ? 2 : 5,
    language: 'de',
    source: pick(SOURCES, n * 3 + Math.floor(n / 4)),
    dateline: 'Lüdersund (kd)',
    publishedAt,
    receivedAt: publishedAt,
    body: [
      { type: 'paragraph', text: pick(LEADS, n) },
      { type: 'paragraph', text: pick(MORE, n) },
      { type: 'paragraph', text: pick(MORE, n + 1) },
      { type: 'paragraph', text: pick(MORE, n + 2) },
    ],
    notes: [],
    related: [],
    file: {
      path: `eingang/kd_${String(n).padStart(6, '0')}.txt`,
      size: 2_400,
      sha256: 'a'.repeat(64),
      encoding: 'utf-8',
      format: 'dts',
      warnings: [],
    },
    ...(special.get(n)?.(publishedAt) ?? {}),
  };
}

const special = new Map<number, (publishedAt: string) => Partial<Dispatch>>([
  [
    0,
    () => ({
      urgency: 1,
      signal: 'flash',
      headline: 'Fähre vor Lüdersund auf Grund gelaufen – alle 212 Menschen an Bord wohlauf',
    }),
  ],
  [
    1,
    () => ({
      version: 2,
      signal: 'update',
      headline: 'Moorbahn: Land übernimmt nun die Hälfte der Mehrkosten',
      subhead: 'Landrätin spricht von einem „Durchbruch nach drei Jahren“ – Baubeginn im Mai',
      kicker: 'Verkehr',
      byline: 'Von Jette Harmsen',
      categories: ['Inland', 'Wirtschaft'],
      topics: ['medtop:04000000', 'medtop:11000000'],
      body: richBody,
      notes: [
        { kind: 'nonpublic', text: 'Achtung Redaktionen: Die Zahlen zum zweiten Abschnitt folgen gegen 17.00 Uhr.' },
        { kind: 'contact', text: 'Jette Harmsen, Telefon 0000 123456' },
      ],
      related: [
        {
          text: 'Wahl in Ostmarken endet ohne Ergebnis',
          headline: 'Wahl in Ostmarken endet ohne Ergebnis',
          lead: pick(LEADS, 3),
          certain: true,
          category: 'Ausland',
          publishedAt: '2026-03-17T11:05:00+01:00',
          dispatchId: 'd-3',
        },
        {
          text: 'Rekordernte im Haffland',
          headline: 'Rekordernte im Haffland',
          lead: 'Die Bauern im Haffland haben so viel geerntet wie nie.',
          certain: false,
          category: 'Wirtschaft',
        },
      ],
      file: {
        path: 'eingang/kd_moorbahn.txt',
        size: 3_912,
        sha256: 'b'.repeat(64),
        encoding: 'windows-1252',
        format: 'dts',
        warnings: [message('text', { text: 'The declared encoding was wrong.' })],
      },
    }),
  ],
  [
    2,
    () => ({
      status: 'killed',
      headline: 'Tellkamp tritt zurück',
      notes: [{ kind: 'reason', text: 'Die Meldung war falsch. Bitte nicht verwenden.' }],
    }),
  ],
  [
    4,
    () => ({
      status: 'embargoed',
      embargoUntil: '2026-03-18T06:00:00+01:00',
      headline: 'Jahresbericht: Zahl der Fährgäste steigt auf 4,1 Millionen',
    }),
  ],
  [5, () => ({ signal: 'correction', headline: 'Berichtigung: Pokalfinale beginnt um 18.30 Uhr' })],
  [6, () => ({ signal: 'roundup', headline: 'Tageszusammenfassung Wirtschaft' })],
]);

const richBody: Dispatch['body'] = [
  {
    type: 'paragraph',
    text: 'Das Land übernimmt die Hälfte der Mehrkosten für die Moorbahn. Das teilte die Landrätin am Dienstag mit, nachdem die Verhandlungen mehrmals vor dem Scheitern standen. Einzelheiten nennt die Seite des Verbands.',
    marks: [
      { from: 19, to: 29, kind: 'bold' },
      { from: 190, to: 208, kind: 'link', href: 'https://verband.example/moorbahn' },
    ],
  },
  { type: 'quote', text: '„Das ist ein Durchbruch nach drei Jahren.“' },
  { type: 'heading', level: 2, text: 'Baubeginn im Mai' },
  {
    type: 'paragraph',
    text: 'Die Bauarbeiten sollen im Mai beginnen. Bis dahin müssen die Gemeinden ihre Anteile beschließen:',
  },
  {
    type: 'list',
    ordered: false,
    items: [{ text: 'Lüdersund trägt ein Fünftel' }, { text: 'Birkau und Senden teilen sich den Rest' }],
  },
  {
    type: 'table',
    caption: 'Kosten in Millionen Euro',
    header: [{ text: 'Abschnitt' }, { text: 'geplant' }, { text: 'neu' }],
    rows: [
      [{ text: 'Lüdersund–Birkau' }, { text: '41,0' }, { text: '58,2' }],
      [{ text: 'Birkau–Senden' }, { text: '9,5' }, { text: '112,0' }],
    ],
  },
  {
    type: 'preformatted',
    text: 'Linie   Takt     erste   letzte\nM1      20 min   05:10   23:50\nM2      30 min   05:25   22:55',
  },
  { type: 'paragraph', text: pick(MORE, 0) },
  { type: 'paragraph', text: pick(MORE, 1) },
];

/** The first version of dispatch 1. */
export const firstVersion = (now: Date = NOW): Dispatch => ({
  ...story(1, now),
  version: 1,
  headline: 'Moorbahn: Land will ein Drittel der Mehrkosten übernehmen',
  body: [
    {
      type: 'paragraph',
      text: 'Das Land will ein Drittel der Mehrkosten für die Moorbahn übernehmen. Das teilte die Landrätin am Dienstag mit, nachdem die Verhandlungen mehrmals vor dem Scheitern standen.',
    },
    ...richBody.slice(1),
  ],
});
