import { diffArrays } from 'diff';
import type { StoryText } from '../index/story-text.ts';

/**
 * Whether two dispatches are the same story: one is taken over from the other, perhaps under another headline, shortened or
 * lightly edited. What is merged wrongly is worse than what is not, so every doubt says no: other numbers, other names,
 * another "not". Measured on test/fixtures/stories.
 */

/** Milliseconds. Later, the same text is a repeat for another day. */
const MAX_APART_MS = 48 * 3_600_000;
/** Milliseconds. One source that sends the same form again half a day later means another day's news. */
const MAX_APART_OF_ONE_SOURCE_MS = 12 * 3_600_000;
/** A takeover that is shorter than this part of the whole may be an item of a summary. */
const MIN_LENGTH_RATIO = 0.3;
/** One source that sends a longer text has more to say: a development, not a copy. */
const MIN_LENGTH_RATIO_OF_ONE_SOURCE = 0.8;
/** The part of the shorter text's word runs that the other has. Unrelated texts share a hundredth, reports of one event a tenth. */
const MIN_SHARED_RUNS = 0.45;
const RUN = 3;
/** Words at the beginning of the shorter text that say what it is about, and the part of the longer of them that the other has. */
const OPENING_WORDS = 8;
const MIN_SHARED_OF_OPENING = 0.4;
/** Letters. Shorter words say little. */
const LONG_WORD = 4;
/** The part of the shorter text's names (in German: nouns, too) that the other has. */
const MIN_SHARED_NAMES = 0.8;
/** Words. A longer change is a passage of its own, not another word in the same place. */
const MAX_SUBSTITUTED_WORDS = 8;
/** Words of text for each name that may be another word: synonyms. */
const WORDS_A_SYNONYM = 80;

export function isSameStory(one: StoryText, other: StoryText): boolean {
  if (!mayBeSame(one, other)) return false;
  const [short, long] = one.words.length <= other.words.length ? [one, other] : [other, one];
  const isOneSource = one.source === other.source;
  const ratio = short.words.length / long.words.length;
  if (ratio < (isOneSource ? MIN_LENGTH_RATIO_OF_ONE_SOURCE : MIN_LENGTH_RATIO)) return false;
  if (sharedRuns(short.words, long.words) < MIN_SHARED_RUNS) return false;
  return sayTheSame(short, long);
}

function mayBeSame(one: StoryText, other: StoryText): boolean {
  const isOneSource = one.source === other.source;
  if (Math.abs(one.at - other.at) > (isOneSource ? MAX_APART_OF_ONE_SOURCE_MS : MAX_APART_MS)) return false;
  if (one.language !== undefined && other.language !== undefined && one.language !== other.language) return false;
  return !(isOneSource && one.chain === other.chain && (changes(one) || changes(other)));
}

/** It says of itself that it follows another: the two are versions. */
const changes = ({ signal }: StoryText): boolean =>
  signal === 'update' || signal === 'correction' || signal === 'flash';

function sharedRuns(short: readonly string[], long: readonly string[]): number {
  const known = runsOf(long);
  const runs = [...runsOf(short)];
  return runs.filter((run) => known.has(run)).length / runs.length;
}

/** Two short texts can end in the same sentences (`Einzelheiten sollen am Abend folgen`) and be about different things. */
function sharedOpening({ words }: StoryText, inLong: ReadonlySet<string>): number {
  const opening = words.slice(0, OPENING_WORDS).filter((word) => word.length >= LONG_WORD);
  return opening.length === 0 ? 1 : opening.filter((word) => inLong.has(word)).length / opening.length;
}

const runsOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' ')));

/** Words in one place of two texts that are alike around it; either may be none. */
interface Change {
  readonly from: readonly Word[];
  readonly to: readonly Word[];
}

interface Word {
  readonly folded: string;
  readonly isName: boolean;
}

/** False where the opening, numbers, names or the sense of two texts differ that are alike otherwise. */
function sayTheSame(short: StoryText, long: StoryText): boolean {
  const inShort = new Set(short.words);
  const inLong = new Set(long.words);
  if (sharedOpening(short, inLong) < MIN_SHARED_OF_OPENING) return false;
  if (short.words.some((word) => isNumber(word) && !inLong.has(word))) return false;
  if (sharedNames(short, inLong) < MIN_SHARED_NAMES) return false;
  const all = changesBetween(short, long);
  if (!all) return false;
  const moved = all.map((change) => sharedElsewhere(change, long)).filter((shared) => shared >= MIN_SHARED_IF_MOVED);
  // What has changed in or beside a passage that stands elsewhere cannot be told word by word.
  if (moved.some((shared) => shared < 1)) return false;
  if (moved.length > 0 && senseOf(short.words) !== senseOf(long.words)) return false;
  const substituted = all.filter(isSubstitution);
  if (substituted.some((change) => changesNumber(change, inShort) || changesDay(change) || changesSense(change)))
    return false;
  if (hasSwapped(substituted)) return false;
  const otherNames = substituted.filter((change) => changesName(change, inShort, inLong));
  return otherNames.length <= short.words.length / WORDS_A_SYNONYM;
}

const isSubstitution = ({ from, to }: Change): boolean =>
  from.length <= MAX_SUBSTITUTED_WORDS && to.length <= MAX_SUBSTITUTED_WORDS;

/** The part of a passage's word runs that stand elsewhere in the other text: less, and it is a passage of its own. */
const MIN_SHARED_IF_MOVED = 0.3;

/** The part of the word runs of a passage of the shorter text that stand elsewhere in the other one. */
function sharedElsewhere(change: Change, long: StoryText): number {
  const { from, to } = change;
  if (from.length < RUN || (to.length > 0 && isSubstitution(change))) return 0;
  return sharedRuns(from.map(foldedOf), long.words);
}

const foldedOf = ({ folded }: Word): string => folded;

const isNumber = (word: string): boolean => /^\d/.test(word);

function sharedNames({ words, isName }: StoryText, inLong: ReadonlySet<string>): number {
  const names = [...new Set(words.filter((_, i) => isName[i]))];
  return names.length === 0 ? 1 : names.filter((name) => inLong.has(name)).length / names.length;
}

/** Words that only one of two texts has. The time to find them grows with the square of their number. */
const MAX_DIFFERENT_WORDS = 600;

function changesBetween(short: StoryText, long: StoryText): Change[] | undefined {
  const changes: { from: Word[]; to: Word[] }[] = [];
  const at = { short: 0, long: 0 };
  let isOpen = false;
  const wordsAt = (text: StoryText, from: number, count: number): Word[] =>
    text.words.slice(from, from + count).map((folded, i) => ({ folded, isName: text.isName[from + i] === true }));
  const parts = diffArrays([...short.words], [...long.words], { maxEditLength: MAX_DIFFERENT_WORDS });
  if (!parts) return undefined;
  for (const { added, removed, count } of parts) {
    const change = isOpen ? changes.at(-1) : undefined;
    const open = change ?? { from: [], to: [] };
    if ((added || removed) && !change) changes.push(open);
    if (removed) open.from.push(...wordsAt(short, at.short, count));
    if (added) open.to.push(...wordsAt(long, at.long, count));
    if (!added) at.short += count;
    if (!removed) at.long += count;
    isOpen = added || removed;
  }
  return changes;
}

/** Another number stands where the shorter text has one, or one that it has nowhere where it has other words. */
function changesNumber({ from, to }: Change, inShort: ReadonlySet<string>): boolean {
  const added = to.map(foldedOf).filter((word) => isNumber(word) && !from.some(({ folded }) => folded === word));
  if (from.length === 0 || added.length === 0) return false;
  return from.some(({ folded }) => isNumber(folded)) || added.some((number) => !inShort.has(number));
}

/** Two names have each other's place: who won and who lost. */
function hasSwapped(changes: readonly Change[]): boolean {
  const put = new Set(
    changes.flatMap(({ from, to }) =>
      from.flatMap((one) =>
        to.filter(({ isName }) => isName && one.isName).map((other) => `${one.folded} ${other.folded}`),
      ),
    ),
  );
  return [...put].some((pair) => put.has(pair.split(' ').reverse().join(' ')));
}

/** Days, months and points of the compass, folded: they take each other's place in the same form. */
const PLACES_IN_A_FORM = new Set(
  (
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar marz april mai juni juli august september oktober november dezember ' +
    'gestern heute morgen nord sud ost west norden suden osten westen nordost nordwest sudost sudwest nordosten nordwesten sudosten sudwesten ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march may june july october december yesterday today tomorrow ' +
    'north south east west northern southern eastern western ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril juin juillet aout octobre novembre decembre hier demain nord est ouest ' +
    'lunedi martedi mercoledi giovedi venerdi sabato domenica lunes martes miercoles jueves viernes domingo'
  ).split(' '),
);

/** One day, or direction, stands where the other text has another. */
function changesDay({ from, to }: Change): boolean {
  const hasOne = (words: readonly Word[]) => words.some(({ folded }) => PLACES_IN_A_FORM.has(folded));
  return hasOne(from) && hasOne(to);
}

/** Words that turn what is said around, folded. */
const SENSE = new Set(
  (
    'nicht kein keine keinen keiner keinem keines nie niemals niemand nichts weder ohne not no never nobody none nothing neither without cannot ' +
    'steigt steigen stieg gestiegen sinkt sinken sank gesunken fallt fallen fiel gefallen gewinnt gewinnen gewann gewonnen verliert verlieren verlor verloren ' +
    'plus minus hoher niedriger mehr weniger angenommen abgelehnt schuldig freigesprochen verurteilt bestatigt dementiert zugestimmt ' +
    'rises rise rose risen falls fall fell fallen wins win won loses lose lost up down higher lower more less fewer above below ' +
    'pas aucun aucune jamais sans hausse baisse non nessuno nunca ningun sin ' +
    'guilty acquitted convicted accepted rejected approved confirmed denied gains gained drops dropped'
  ).split(' '),
);
/** Words. More of them that only one text has are a sentence more. */
const MAX_INSERTED_WORDS = 3;

function changesSense({ from, to }: Change): boolean {
  const isSentence = from.length === 0 && to.length > MAX_INSERTED_WORDS;
  return !isSentence && senseOf(from.map(foldedOf)) !== senseOf(to.map(foldedOf));
}

const senseOf = (words: readonly string[]): string =>
  words
    .filter((word) => SENSE.has(word))
    .sort()
    .join(' ');

/** A name that one text has nowhere stands where the other has one that this has nowhere. */
function changesName({ from, to }: Change, inShort: ReadonlySet<string>, inLong: ReadonlySet<string>): boolean {
  const ofShort = from.filter(({ folded, isName }) => isName && !inLong.has(folded));
  const ofLong = to.filter(({ folded, isName }) => isName && !inShort.has(folded));
  return ofShort.length > 0 && ofLong.some((one) => !ofShort.some((other) => isInflected(one.folded, other.folded)));
}

/** Letters. */
const STEM = 5;
const isInflected = (one: string, other: string): boolean => one.slice(0, STEM) === other.slice(0, STEM);
