/** A parsed search: words and conditions joined by and, or, not. */
export type Search =
  | { readonly kind: 'word'; readonly text: string; readonly prefix: boolean; readonly suffix: boolean }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'in'; readonly column: 'headline' | 'body'; readonly of: Search }
  | { readonly kind: 'source' | 'category' | 'tag'; readonly value: string }
  /** `kept`: sort keys of dispatches that count as unread although they have been read. */
  | { readonly kind: 'is'; readonly what: 'unread'; readonly kept?: readonly number[] }
  | { readonly kind: 'is'; readonly what: 'read' | 'bookmarked' | 'later' | 'hidden' }
  /** Milliseconds since 1970; from inclusive, to exclusive. */
  | { readonly kind: 'date'; readonly from?: number; readonly to?: number }
  | { readonly kind: 'urgency'; readonly from: number; readonly to: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Search[] }
  | { readonly kind: 'not'; readonly of: Search };
