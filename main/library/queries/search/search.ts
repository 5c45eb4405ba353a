/** A parsed search: words and conditions joined by and, or, not. */
export type Search =
  | { readonly kind: 'word'; readonly text: string; readonly prefix: boolean; readonly suffix: boolean }
  | { readonly kind: 'phrase'; readonly text: string }
  /** The words with at most so many others between them, in any order. */
  | { readonly kind: 'near'; readonly words: readonly string[]; readonly distance: number }
  | { readonly kind: 'in'; readonly column: Column; readonly of: Search }
  | { readonly kind: 'source' | 'category' | 'tag' | 'language' | 'number'; readonly value: string }
  /** QCodes. */
  | { readonly kind: 'topic'; readonly topics: readonly string[] }
  /** `kept`: sort keys of dispatches that count as unread although they have been read. */
  | { readonly kind: 'is'; readonly what: 'unread'; readonly kept?: readonly number[] }
  | { readonly kind: 'is'; readonly what: 'read' | ListedState }
  /** Under an embargo at this time, in milliseconds since 1970. */
  | { readonly kind: 'embargoed'; readonly at: number }
  /** Milliseconds since 1970; from inclusive, to exclusive. */
  | { readonly kind: 'date'; readonly from?: number; readonly to?: number }
  | { readonly kind: 'urgency' | 'version'; readonly from: number; readonly to: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Search[] }
  | { readonly kind: 'not'; readonly of: Search };

/** A part of the search text; `shown`: all that the shown version has itself. */
type Column = 'headline' | 'body' | 'place' | 'note' | 'shown';

/** A state that has a list of its own. */
export type ListedState =
  | ('bookmarked' | 'later' | 'hidden' | 'taken' | 'noted')
  | ('urgent' | 'killed' | 'correction' | 'corrections' | 'update');
