import type { Search } from './search.ts';

/** Whether a search selects unread dispatches; `turned`: the term is inside a "not", where `is:read` does. */
export function asksForUnread(search: Search, turned = false): boolean {
  if (search.kind === 'is') return search.what === (turned ? 'read' : 'unread');
  if (search.kind === 'not') return asksForUnread(search.of, !turned);
  return (search.kind === 'and' || search.kind === 'or') && search.parts.some((part) => asksForUnread(part, turned));
}

/** Lets a search for unread dispatches keep those read while it is shown, as the list Unread does. */
export function keeping(search: Search, kept: readonly number[], turned = false): Search {
  switch (search.kind) {
    case 'is':
      if (!asksForUnread(search, turned)) return search;
      return turned ? { kind: 'not', of: { kind: 'is', what: 'unread', kept } } : { kind: 'is', what: 'unread', kept };
    case 'not': {
      const of = keeping(search.of, kept, !turned);
      // Avoids a double "not", which would keep the query from starting at the list.
      return of.kind === 'not' ? of.of : { kind: 'not', of };
    }
    case 'and':
    case 'or':
      return { kind: search.kind, parts: search.parts.map((part) => keeping(part, kept, turned)) };
    default:
      return search;
  }
}
