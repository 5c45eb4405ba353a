import type { Message } from '../../../preload/contract/messages.ts';
import type { Block, Note, Reference, Teaser } from '../dispatch.ts';

/**
 * What a format says about one story, as found: nothing is decided here, every field may be missing, and fields of text may be
 * empty. `finish` (finish.ts) makes a Dispatch of it by the same rules for all formats.
 */
export interface Facts {
  /** guid, uri, NewsIdentifier …: the id over all versions, unique anywhere. */
  readonly guid?: string | undefined;
  /** An id that may be unique within its source only. */
  readonly localId?: string | undefined;
  /** The page of the story. Tells apart stories that share an id by mistake. */
  readonly address?: string | undefined;
  /** The number the source gave the item: what a later kill names. */
  readonly number?: string | undefined;
  readonly version?: string | number | undefined;
  /** When the story was last changed, for formats that count no versions. As found. */
  readonly changed?: string | undefined;

  readonly headline?: string | undefined;
  readonly kicker?: string | undefined;
  readonly subhead?: string | undefined;
  readonly slug?: string | undefined;
  /** From a field of its own; the one in the text is found without it. */
  readonly dateline?: string | undefined;
  readonly place?: string | undefined;
  readonly byline?: string | undefined;
  /** Names of categories, and codes of a scheme. */
  readonly categories?: readonly (string | Subject | undefined)[];
  readonly keywords?: readonly (string | undefined)[];
  /** 1–9, as found. */
  readonly urgency?: string | number | undefined;
  /** Language tag, as found. */
  readonly language?: string | undefined;

  /** Who sends the story, the best first: names, letters, hosts, addresses, codes such as `nprov:dpa`. */
  readonly providers?: readonly (string | undefined)[];
  /** Names beside the story, of which only an agency is its source: credits, authors, rights. */
  readonly credits?: readonly (string | undefined)[];
  /** Who publishes the story, for people; empty for nobody. Stands for the names among the providers, which own its ids. */
  readonly publisher?: string | undefined;
  /** Who sends files of this format where neither a field nor the text names anyone. */
  readonly assumed?: { readonly provider: string | undefined; readonly warning?: Message } | undefined;
  /** Times of sending, the best first, as found or as the format's own notation was read. */
  readonly times?: readonly (string | ReadTime | undefined)[];
  /** The time of the file or feed around the story, where the story names none. */
  readonly outerTime?: string | undefined;
  /** Names besides the provider that decide the zone of times without one. */
  readonly clocks?: readonly (string | undefined)[];
  /** IANA zone of embargoes that name none, where the format fixes it. */
  readonly zone?: string | undefined;

  /** The word of a status field: `stat:canceled`, `Withheld`, `Embargoed`. */
  readonly statusWord?: string | undefined;
  /** Words of a signal field: `sig:update`, `Correction`. */
  readonly signals?: readonly (string | undefined)[];
  /** Genres in words, which may be signals: `Zusammenfassung`. */
  readonly genres?: readonly string[];
  /** A notice or picture, no story, by what the format says. */
  readonly isNotice?: boolean | undefined;
  /** When and where what a notice announces takes place, as found. */
  readonly event?: FoundEvent | undefined;
  /** Words of the desk: `1ST LEAD`, `Berichtigung`. */
  readonly markers?: readonly string[];
  /** Lines above the headline that speak to the desk: markers, embargoes. */
  readonly above?: readonly string[];
  /** When the story may be published, as found in a field of its own. */
  readonly releaseTime?: string | undefined;
  readonly notes?: readonly FoundNote[];
  readonly rights?: readonly (string | undefined)[];
  readonly references?: readonly Reference[];

  /** Blocks, and lines of typed copy that still have to be read. */
  readonly body?: readonly (Block | TypedCopy)[];
  readonly related?: readonly Teaser[];
  /** The copy is typed: its headline and the lines above it are all there is for status and signal. */
  readonly isTyped?: boolean | undefined;
  /** Only agencies write this format: orders to kill in its headline or notes are orders, and no news. */
  readonly isAgency?: boolean | undefined;
  /** False when the story seems to stop in the middle. */
  readonly isComplete?: boolean | undefined;
  readonly warnings?: readonly Message[];
}

/** Facts without those that say nothing, to be laid over others. */
export function filledFacts(facts: Facts): Facts {
  const filled = Object.entries(facts).filter(([, value]) =>
    Array.isArray(value)
      ? value.some((entry) => entry !== undefined && entry !== '')
      : value !== undefined && value !== '',
  );
  return Object.fromEntries(filled);
}

/** What the rules about orders, embargoes and identity are given. */
export interface KnownStory {
  readonly headline: string | undefined;
  readonly body: readonly Block[];
  /** Texts of all notes to the desk. */
  readonly notes: readonly string[];
  /** Empty where unknown. */
  readonly source: string;
  /** ISO 8601; absent where the file names no time. */
  readonly sentAt: string | undefined;
  readonly receivedAt: string;
  /** IANA zone of its folder. */
  readonly zone?: string | undefined;
}

/** A time in the notation of a format that has its own. */
export interface ReadTime {
  /** ISO 8601 with offset. */
  readonly iso: string;
  /** As the file says it. */
  readonly raw: string;
  /** It names no zone: that of `iso` is the format's guess, and another may be known. */
  readonly isLocal?: boolean;
}

/** The time and place of an event, as found. */
export interface FoundEvent {
  readonly start: string | undefined;
  readonly end?: string | undefined;
  readonly place?: string | undefined;
  /** IANA zone of times that name none. */
  readonly zone?: string | undefined;
}

/** A category by name, by code of a scheme, or both. */
export interface Subject {
  readonly name?: string | undefined;
  /** As found, with or without prefix: `subj:04011002`, `medtop:15000000`, `11000000`. */
  readonly code?: string | undefined;
}

/** A note to the desk; without a kind its role or its text tells. */
export interface FoundNote {
  readonly text: string | undefined;
  readonly kind?: Note['kind'] | undefined;
  /** The role an agency gives it: `dpaednoterole:embargo`. */
  readonly role?: string | undefined;
}

/** Lines of typed copy: notes, contacts, paragraphs and columns are found by layout (text/). */
export interface TypedCopy {
  readonly type: 'typed';
  readonly lines: readonly string[];
  /** Columns: kept as they stand. */
  readonly isTabular?: boolean;
  /** Copied from a page that puts a colon behind the place: `Berlin: Der …`. */
  readonly hasColonDateline?: boolean;
}

/** Typed copy as the body of a story. */
export const typedCopy = (lines: readonly string[]): TypedCopy => ({ type: 'typed', lines });
