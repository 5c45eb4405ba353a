import { topicOfWord } from '../../story/topic-words.ts';

/** What a title says of the feed, and nobody is called. */
const GENERIC =
  /^(?:(?:rss|atom)(?:[- ]?feeds?)?(?: 2\.0)?|(?:news ?)?feeds?|news|nachrichten|(?:alle |aktuelle |neueste |letzte )?(?:meldungen|nachrichten|artikel|beiträge|news|schlagzeilen)|aktuell(?:es)?|startseite|home(?:page)?|(?:all |latest |top |breaking |recent )?(?:news|headlines|stories|articles|posts)|top[- ]?(?:news|stories|meldungen|themen)|últimas notícias|últimas noticias|portada|à la une|toutes les actualités|actualités|dernières (?:infos|nouvelles|actualités)|(?:ultime )?notizie|ultim'ora|(?:laatste |algemeen )?nieuws|nyheter|nyheder|seneste nyt|siste nytt|senaste nytt|uutiset|tuoreimmat|google news|untitled|feed)$/iu;
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

/** The parts of a feed's title: `Muster Zeitung - Politik`, `Tagesblatt :: Alle Meldungen`. */
export function feedTitle(title: string | undefined): FeedTitle {
  if (title === undefined || title.length > MAX_CHARS) return { name: title };
  const parts = title
    .split(BETWEEN)
    .map((part) => part.trim().replace(BEHIND, ''))
    .filter((part) => part !== '' && !GENERIC.test(part));
  const section = parts.find((part) => topicOfWord(part) !== undefined);
  return { name: parts.find((part) => part !== section), section };
}
