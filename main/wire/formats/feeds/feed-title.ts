import { topicOfWord } from '../../story/topic-words.ts';

/** What a title says of the feed, and nobody is called. */
const GENERIC =
  /^(?:(?:rss|atom)(?:[- ]?feeds?)?(?: 2\.0)?|(?:news ?)?feeds?|news|nachrichten|(?:alle |aktuelle |neueste |letzte )?(?:meldungen|nachrichten|artikel|beiträge|news|schlagzeilen)|aktuell(?:es)?|startseite|home(?:page)?|presse(?:mitteilungen|informationen|meldungen|archiv)?|medien(?:mitteilungen|informationen)|press(?:e)? (?:releases?|room|corner|office)|news ?room|news releases?|communiqués(?: de presse)?|comunicados(?: de prensa)?|notas de prensa|comunicati(?: stampa)?|persberichten|pressmeddelanden|pressemeldinger|pressemeddelelser|liveticker.{0,60}|(?:all |latest |top |breaking |recent )?(?:news|headlines|stories|articles|posts)|top[- ]?(?:news|stories|meldungen|themen)|últimas notícias|últimas noticias|portada|à la une|toutes les actualités|actualités|dernières (?:infos|nouvelles|actualités)|(?:ultime )?notizie|ultim'ora|(?:laatste |algemeen )?nieuws|nyheter|nyheder|seneste nyt|siste nytt|senaste nytt|uutiset|tuoreimmat|google news|untitled|feed)$/iu;
/** The same behind a name: `Muster Zeitung RSS Feed`. */
const BEHIND =
  /[\s:|-]{1,3}(?:rss(?:[- ]?feeds?)?|feeds?|(?:alle|aktuelle|neueste|letzte) (?:meldungen|nachrichten|artikel|beiträge)|(?:latest|top) (?:news|stories|headlines))$/iu;
/** Between the parts of a title. */
const BETWEEN = / [-–—|»>/:]+ |: | ?:: ?| ?\| ?/u;
/** Characters. A longer title is a sentence. */
const MAX_CHARS = 200;

interface FeedTitle {
  /** Who publishes the feed; undefined where the title names nobody. */
  readonly name?: string | undefined;
  /** The Ressort or topic that the feed is about. */
  readonly section?: string | undefined;
}

/** Words of a name. A longer title describes the feed. */
const MAX_NAME_WORDS = 6;
const lettersOf = (text: string): string =>
  text
    .replace(/^(?:the|der|die|das|le|la|el|il) /iu, '')
    .replace(/[^\p{L}\d]/gu, '')
    .toLowerCase();
/** Letters of a name that are no chance where they stand in an address. */
const MIN_LETTERS = 4;

/**
 * The parts of a feed's title: `Muster Zeitung - Politik`, `Tagesblatt :: Alle Meldungen`. `clues`: addresses and rights, of
 * which one may hold the name.
 */
export function feedTitle(title: string | undefined, clues: readonly (string | undefined)[]): FeedTitle {
  if (title === undefined || title.length > MAX_CHARS) return { name: title };
  const parts = title
    .split(BETWEEN)
    .map((part) => part.trim().replace(BEHIND, ''))
    .filter((part) => part !== '' && !GENERIC.test(part) && !/^[@"„“]/u.test(part));
  const section = parts.find((part) => topicOfWord(part) !== undefined);
  const names = parts.filter(
    (part) => part !== section && part.split(/\s/u).length <= MAX_NAME_WORDS && !/[,+]|\sfrom\s/u.test(part),
  );
  const known = clues.map((clue) =>
    lettersOf(/^https?:/iu.test(clue ?? '') ? (URL.parse(clue ?? '')?.hostname ?? '') : (clue ?? '')),
  );
  const isKnown = (part: string) =>
    lettersOf(part).length >= MIN_LETTERS && known.some((clue) => clue.includes(lettersOf(part)));
  return { name: (names.length > 1 ? names.find(isKnown) : undefined) ?? names[0], section };
}
