import { foldText } from '../../../../preload/text/folded-text.ts';
import { TOPIC_NAMES } from '../../../../preload/text/topic-names.ts';
import type { ListedState, Search } from './search.ts';
import { Misunderstood, type Token } from './tokens.ts';

type Field =
  | ('headline' | 'body' | 'place' | 'source' | 'category' | 'topic' | 'tag' | 'note')
  | ('is' | 'date' | 'urgency' | 'version' | 'number' | 'language');

/** The fields of the search language by their German and English names. */
export const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...named('headline', 'kopf', 'titel', 'headline', 'title'),
  ...named('body', 'text', 'body'),
  ...named('place', 'ort', 'place'),
  ...named('source', 'quelle', 'source'),
  ...named('category', 'ressort', 'category'),
  ...named('topic', 'thema', 'topic'),
  ...named('tag', 'tag'),
  ...named('note', 'notiz', 'note'),
  ...named('is', 'ist', 'is'),
  ...named('date', 'datum', 'date'),
  ...named('urgency', 'prio', 'urgency'),
  ...named('version', 'fassung', 'version'),
  ...named('number', 'nummer', 'number'),
  ...named('language', 'sprache', 'language'),
]);

type State = ListedState | 'unread' | 'read' | 'embargoed';

const STATES: ReadonlyMap<string, State> = new Map<string, State>([
  ...named('unread', 'unread', 'ungelesen'),
  ...named('read', 'read', 'gelesen'),
  ...named('bookmarked', 'bookmarked', 'gemerkt', 'lesezeichen'),
  ...named('later', 'later', 'später', 'spaeter'),
  ...named('hidden', 'hidden', 'ausgeblendet'),
  ...named('taken', 'taken', 'übernommen', 'uebernommen'),
  ...named('noted', 'noted', 'notiert'),
  ...named('urgent', 'urgent', 'eilig'),
  ...named('embargoed', 'embargoed', 'gesperrt'),
  ...named('killed', 'killed', 'zurückgezogen', 'zurueckgezogen'),
  ...named('correction', 'correction', 'korrektur'),
  ...named('update', 'update', 'aktualisiert'),
  ...named('corrections', 'corrections', 'korrekturen'),
]);

function named<T extends string>(what: T, ...names: string[]): [string, T][] {
  return names.map((name) => [name, what]);
}

/** `is:…`; `now` is the time that embargoes are compared with. */
export function stateTerm(value: Token, now: Date): Search {
  const what = STATES.get(value.text.toLowerCase());
  if (what === undefined) throw new Misunderstood(value.at, 'state-unknown');
  return what === 'embargoed' ? { kind: what, at: now.getTime() } : { kind: 'is', what };
}

/** The media topics whose German or English name is the value, or has a word that begins with it. */
export function topicTerm(value: Token): Search {
  const wanted = foldText(value.text.replace(/\*$/, ''));
  const fits = (name: string) =>
    name.startsWith(wanted) || name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted));
  const topics = Object.entries(TOPIC_NAMES)
    .filter(([topic, names]) => topic === value.text || names.map(foldText).some(fits))
    .map(([topic]) => topic);
  if (topics.length === 0) throw new Misunderstood(value.at, 'topic-unknown');
  return { kind: 'topic', topics };
}

const LANGUAGES: ReadonlyMap<string, string> = new Map(
  [
    ...named('de', 'deutsch', 'german'),
    ...named('en', 'englisch', 'english'),
    ...named('fr', 'französisch', 'franzoesisch', 'french'),
    ...named('it', 'italienisch', 'italian'),
    ...named('es', 'spanisch', 'spanish'),
  ].map(([name, tag]) => [name, tag]),
);

/** The primary tag of a language that is given by its tag or name. */
export function languageTag(text: string): string {
  const name = text.toLowerCase();
  return LANGUAGES.get(name) ?? name.split('-')[0] ?? name;
}
