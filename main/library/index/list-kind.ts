/** Kinds of lists that are identified by a value; those of the second line have one list each, with an empty value. */
export type ListKind =
  | ('category' | 'topic' | 'source' | 'tag' | 'urgency' | 'language' | 'state' | 'event')
  | ('urgent' | 'corrections' | 'later' | 'hidden' | 'taken' | 'noted' | 'notice');
