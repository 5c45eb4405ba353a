import { repairGlue } from '../../text/glue.ts';

/** A guess where the headline of a teaser ends. */
export interface Split {
  readonly headline: string;
  readonly lead: string;
}

// Words that start a German lead with a capital and would be lower case inside a headline.
const OPENERS = new Set(
  `Der Die Das Den Dem Des Ein Eine Einer Einem Eines Nach In Im Bei Beim Laut Mit Trotz Angesichts Am An Auf Für Wegen Vor
  Zum Zur Zu Seit Während Wenn Weil Aus Unter Über Ab Bis Durch Ohne Gegen Zwischen Rund Mehr Fast Knapp Immer Viele Mehrere
  Einige Erstmals Wie Es Er Sie Man Alle Beide Zwei Drei Vier Kurz Ungeachtet Hinter Neben Um Als Anders Nur Noch Auch Dass
  The A An After In On At For As With`.split(/\s+/),
);
// English words may also be capitalised inside a headline in title case: they count for less.
const WEAK_OPENERS = new Set(['The', 'A', 'After', 'On', 'At', 'For', 'As', 'With', 'Zwei', 'Drei', 'Vier', 'Mehr']);

const OFFICE =
  /(?:kanzler|minister|präsident|chef|sprecher|fraktionschef|generalsekretär|vorsitzende|beauftragte|bürgermeister|experte|ökonom|ökonomin|politiker|abgeordnete|kommissar|botschafter|trainer|staatssekretär|senator|ermittler|polizei|staatsanwaltschaft|regierung|ministerium|verband|gewerkschaft|behörde|bundesamt|gericht|gerichtshof|konzern|hersteller|unternehmen|institut)(?:in|r|er|s)?$/iu;
const VERB =
  /^(?:hat|haben|hatte|hatten|ist|sind|war|waren|wird|werden|wurde|wurden|will|wollen|wollte|soll|sollen|sollte|kann|können|muss|müssen|darf|dürfen|sei|seien|habe|gibt|geht|kommt|kommen|bleibt|bleiben|steht|stehen|sieht|sehen|warnt|warnen|fordert|fordern|kritisiert|plant|planen|rechnet|hält|lässt|macht|zeigt|sagt|has|have|is|are|was|were|will|said|says)$/u;
const UNFINISHED =
  /^(?:der|die|das|den|dem|des|eine|einen|einem|einer|eines|kein|keine|keinen|und|oder|aber|sowie|als|wie|in|im|am|beim|bis|für|gegen|ohne|seit|von|vom|wegen|zum|zur|zwischen|trotz|laut|sein|seine|seinen|ihr|ihre|ihren|neue|neuen|neuer|neues|the|of|to|a|and|for|on|at|by|with)$/u;
// Ends a headline as part of its verb (`kündigt … an`), or is followed by a noun (`Kritik an Kanzler …`).
const PARTICLE = /^(?:an|ab|auf|aus|bei|durch|ein|fest|mehr|mit|nach|nicht|sich|über|um|unter|vor|zu|zurück)$/u;
/** `Hamburgs Wirtschaftssenator`, `Münchner Oberbürgermeister`, `US-Präsident`: belongs to the office after it. */
const OF_OFFICE = /^(?:\p{Lu}[\p{L}-]+(?:s|er)|US|EU|Ex)$|^(?:US|EU|Ex)-/u;

/** The length of a headline, in characters. */
const MIN_HEADLINE_CHARS = 20;
const MAX_HEADLINE_CHARS = 130;
/** Good enough to stop looking. */
const SURE = 12;
/** Below this score the teaser is not split. */
const ENOUGH = 5;

/**
 * Guesses where the headline of a teaser ends and the first sentence of its lead begins: there is only a space
 * between them. A headline has 40–90 characters and no end of a sentence; a lead starts with a capitalised function word, an
 * office (`Bundeskanzler …`) or a name from the headline. Undefined if no boundary is convincing.
 */
export function guessSplit(text: string): Split | undefined {
  const flat = repairGlue(text).replace(/\s+/g, ' ').trim();
  let best: { at: number; score: number } | undefined;
  for (
    let at = flat.indexOf(' ', MIN_HEADLINE_CHARS);
    at >= 0 && at <= MAX_HEADLINE_CHARS;
    at = flat.indexOf(' ', at + 1)
  ) {
    const left = flat.slice(0, at);
    if (startsLead(flat, at + 1)) {
      const score = scoreOf(left, flat.slice(at + 1, at + 240));
      if (score > (best?.score ?? ENOUGH - 1)) best = { at, score };
      if (score >= SURE) break;
    }
    if (endsSentence(left)) break;
  }
  return best ? { headline: flat.slice(0, best.at), lead: flat.slice(best.at + 1) } : undefined;
}

/** The start of a sentence: a capital or a number, possibly after quotes or brackets. */
const startsLead = (text: string, at: number): boolean => /^["„“(]?[\p{Lu}\d]/u.test(text.slice(at, at + 2));

const endsSentence = (left: string): boolean => /[\p{Ll})"”“]{2}[.!?]["”“]?$/u.test(left);

function scoreOf(left: string, right: string): number {
  const words = right.split(' ', 14);
  const next = bare(words[0] ?? '');
  const last = left.slice(left.lastIndexOf(' ') + 1);
  if (/[:,(„“–—-]$/u.test(last) || /^[„“"][^„“"]*$/u.test(last)) return -9;
  if (UNFINISHED.test(last) || /^\d+\.$/.test(last)) return -9;
  if ((left.match(/"/g)?.length ?? 0) % 2 === 1) return -9;
  const boundary = opening(next, words) + joint(last, next) + (/^\d/.test(next) ? -2 : 0);
  // All other criteria together give no more than this.
  if (boundary + 11 < ENOUGH) return boundary;
  return (
    boundary +
    band(left.length) +
    echo(left, words) +
    (/[?!]["”“]?$/.test(left) ? 4 : /["”“]$/.test(left) ? 1 : 0) +
    (words.slice(1, 9).some((word) => VERB.test(bare(word))) ? 2 : 0) +
    (firstSentenceWords(right) >= 12 ? 1 : 0)
  );
}

const bare = (word: string): string => word.replace(/^["„“(]+|(?<![")”“,;:.!?])[")”“,;:.!?]+$/g, '');

function opening(next: string, words: readonly string[]): number {
  if (OPENERS.has(next)) return WEAK_OPENERS.has(next) ? 3 : 6;
  const office = words.slice(0, 2).some((word, i) => OFFICE.test(bare(word)) && (i === 0 || OF_OFFICE.test(next)));
  // `Bundeskanzler Friedrich Merz (CDU)`: a party in brackets marks the first mention of a person.
  const introduced = words.slice(2, 6).some((word) => /^\([\p{Lu}/]/u.test(word));
  return (office || OFFICE.test(next) ? 4 : 0) + (introduced ? 2 : 0);
}

const band = (length: number): number => (length >= 40 && length <= 90 ? 2 : length >= 30 && length <= 105 ? 1 : -2);

/** The lead starts with a name from the headline. */
function echo(left: string, words: readonly string[]): number {
  const content = words.slice(0, 7).flatMap((word) => bare(word).split('-'));
  const names = content.filter((word) => word.length > 2 && /^\p{Lu}/u.test(word));
  const again = names.some((name) => left.includes(name.length > 4 ? name.slice(0, 5) : name));
  return again ? 2 : 0;
}

/** The words on both sides: an adjective and its noun, or two parts of a name, are not separated. */
function joint(last: string, next: string): number {
  const opener = OPENERS.has(next);
  if (opener) return 0;
  if (PARTICLE.test(last)) return -3;
  if (OF_OFFICE.test(last) && OFFICE.test(next)) return -3;
  if (/^\p{Ll}+(?:e|er|es|em|en|sche|schen)$/u.test(last) && !OFFICE.test(next)) return -2;
  if (/^\p{Lu}/u.test(last) && /^\p{Lu}/u.test(next) && !OFFICE.test(next)) return OFFICE.test(last) ? -4 : -1;
  return 0;
}

function firstSentenceWords(right: string): number {
  const end = /[\p{Ll})]["”“]?[.!?](?:["”“]?\s|$)/u.exec(right)?.index ?? right.length;
  return right.slice(0, end).split(' ').length;
}
