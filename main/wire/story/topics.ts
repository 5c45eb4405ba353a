import { distinct } from '../markup/markup.ts';
import type { Subject } from './facts.ts';

/**
 * The 17 top subjects of the IPTC (Media Topics, cv.iptc.org/newscodes/mediatopic; the Subject Codes before them have the same
 * first digits): the name, and the words by which desks call them, lower case.
 */
const TOPICS: Readonly<Record<string, readonly [name: string, words: string]>> = {
  '01': [
    'arts, culture, entertainment and media',
    'kultur, kunst, musik, theater, film, kino, literatur, feuilleton, unterhaltung, entertainment, medien, fernsehen, culture, arts, music, media, television',
  ],
  '02': [
    'crime, law and justice',
    'justiz, recht, kriminalität, verbrechen, polizei, gericht, gerichte, prozesse, crime, law, justice, courts, police',
  ],
  '03': [
    'disaster, accident and emergency incident',
    'unfall, unfälle, unglück, unglücke, katastrophe, katastrophen, brände, notfälle, disaster, disasters, accident, accidents, emergencies',
  ],
  '04': [
    'economy, business and finance',
    'wirtschaft, finanzen, börse, börsen, märkte, unternehmen, konjunktur, industrie, handel, energie, verkehr, steuern, economy, business, finance, markets, companies, industry, trade, energy, economics',
  ],
  '05': ['education', 'bildung, schule, schulen, hochschule, hochschulen, universitäten, schools, universities'],
  '06': ['environment', 'umwelt, klima, natur, naturschutz, umweltschutz, climate, nature'],
  '07': ['health', 'gesundheit, medizin, krankheiten, medicine, healthcare'],
  '08': ['human interest', 'leute, menschen, boulevard, prominente, kurioses, people, celebrities, oddities'],
  '09': ['labour', 'arbeit, arbeitsmarkt, tarife, gewerkschaften, soziales und arbeit, labor, employment, unions'],
  '10': [
    'lifestyle and leisure',
    'lifestyle, freizeit, reise, reisen, tourismus, mode, ratgeber, genuss, leisure, travel, tourism, fashion, food',
  ],
  '11': [
    'politics',
    'politik, innenpolitik, außenpolitik, regierung, parlament, wahl, wahlen, parteien, diplomatie, militär, verteidigung, bundeswehr, politics and government, government, elections, parliament, domestic politics, foreign policy, diplomacy, defence, defense, military',
  ],
  '12': ['religion', 'religionen, kirche, kirchen, glaube, theologie, vatikan, religion and belief, church, faith'],
  '13': [
    'science and technology',
    'wissenschaft, forschung, technik, technologie, raumfahrt, computer, internet, digital, netzwelt, science, technology, research, space',
  ],
  '14': ['society', 'gesellschaft, soziales, familie, familien, migration, social issues'],
  '15': [
    'sport',
    'sports, fußball, handball, basketball, eishockey, tennis, leichtathletik, wintersport, motorsport, formel 1, football, soccer, ice hockey, athletics, domestic sport, overseas sport, racing, horse racing',
  ],
  '16': [
    'conflict, war and peace',
    'krieg, kriege, konflikt, konflikte, krisen, terrorismus, unruhen, conflict, conflicts, war, war and unrest, unrest, terrorism',
  ],
  '17': ['weather', 'wetter, unwetter, météo, weather forecast'],
};

const BY_WORD = new Map(
  Object.entries(TOPICS).flatMap(([digits, [name, words]]) =>
    [name, ...words.split(', ')].map((word) => [word, digits] as const),
  ),
);

/** The first two digits of an 8-digit code of the IPTC, with or without prefix (`subj:04011002`); undefined for other codes. */
function digitsOf(code: string | undefined): string | undefined {
  const digits = /^(?:[\w-]+:)?(\d{2})\d{6}$/.exec(code ?? '')?.[1];
  return digits !== undefined && digits in TOPICS ? digits : undefined;
}

/** The English name of the subject that a code falls under; undefined for codes that are none of the IPTC's. */
export const subjectName = (code: string | undefined): string | undefined => TOPICS[digitsOf(code) ?? '']?.[0];

/** Names of categories as a dispatch has them: an agency's own, or those of codes that have no name. */
export const categoryNames = (categories: readonly (string | Subject | undefined)[]): string[] =>
  distinct(
    categories.map((category) =>
      typeof category === 'object' ? category.name || subjectName(category.code) : category,
    ),
  );

/**
 * The Media Topics of categories, by code or by word in any case (`Wirtschaft & Finanzen` by its parts), as QCodes
 * (`medtop:04000000`), each once. A category that names none of the 17 has no topic.
 */
export function topicsOf(categories: readonly (string | Subject | undefined)[]): string[] {
  const digits = categories.flatMap((category) => {
    const { name, code } = typeof category === 'object' ? category : { name: category, code: category };
    return [digitsOf(code), ...(name ? ofWords(name) : [])];
  });
  return distinct(digits).map((two) => `medtop:${two}000000`);
}

/** Characters. A longer category is a sentence. */
const MAX_NAME_CHARS = 100;

function ofWords(name: string): (string | undefined)[] {
  if (name.length > MAX_NAME_CHARS) return [];
  const lower = name.trim().toLowerCase();
  const whole = BY_WORD.get(lower);
  return whole === undefined
    ? lower.split(/\s*[/,;&+|>]\s*|\s+(?:und|and)\s+/).map((part) => BY_WORD.get(part))
    : [whole];
}
