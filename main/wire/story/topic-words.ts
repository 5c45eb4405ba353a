import { TOPIC_NAMES } from './topic-names.ts';
import { topicOfStem } from './topic-stems.ts';
import { WORDS } from './topic-vocabulary.ts';

/** Without case and accents: `Économie` is also printed `ECONOMIE`. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

const BY_WORD = new Map<string, string>();
for (const [digits, lists] of Object.entries(WORDS)) {
  for (const word of [TOPIC_NAMES[digits] ?? '', ...lists.flatMap((list) => list.split(', '))]) {
    if (!BY_WORD.has(folded(word))) BY_WORD.set(folded(word), digits);
  }
}

/** Characters. A longer category is a sentence. */
const MAX_NAME_CHARS = 100;

/** `Business News`, `Wetter aktuell`, `Kulturnachrichten`: the words around the topic. */
const NEWS =
  /^(?:news|nachrichten|aktuelles|ressort)[ :-]{1,3}|[ :-]{1,3}(?:news|nachrichten|aktuell|aktuelles|ticker|regional|desk|ressort)$|nachrichten$/iu;
/** Words for `and` in the languages of the table. */
const AND = ['und', 'and', 'et', 'en', 'e', 'y', 'og', 'och', 'ja'];

/** The first two digits of the topic that a whole word of the table names; undefined for other text. */
export function topicOfWord(name: string): string | undefined {
  if (name.length > MAX_NAME_CHARS) return undefined;
  const word = folded(name).replace(NEWS, '');
  const known = BY_WORD.get(word);
  if (known !== undefined || !/ [&+] /.test(word)) return known;
  return AND.map((and) => BY_WORD.get(word.replace(/ [&+] /g, ` ${and} `))).find((digits) => digits !== undefined);
}

/** The first two digits of the topics that a category names as a whole, else in its parts (`Finanzen & Börse`) or by a stem. */
export function topicsOfName(name: string): string[] {
  if (name.length > MAX_NAME_CHARS) return [];
  const whole = topicOfWord(name);
  if (whole !== undefined) return [whole];
  const parts = name.split(/[/\\_,;&+|>]|\s(?:und|and|et|en|e|y|og|och|ja)\s/i);
  const found = parts.flatMap((part) => topicOfWord(part) ?? []);
  return found.length > 0 ? found : [topicOfStem(name)].filter((digits) => digits !== undefined);
}
