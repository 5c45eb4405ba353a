import { Id, MAX_SEARCH_CHARS } from '../../preload/contract/contract.ts';

/** The scheme of links into the library: other programs can point to a dispatch or a search with it. */
export const LINK_SCHEME = 'depesche:';

/** What a link asks to be shown. */
export type Link = { readonly dispatch: string } | { readonly search: string };

const DISPATCH = /^depesche:\/\/dispatch\/([^/?#]+)$/;
// Some programs write the empty path of a URL as a slash.
const SEARCH = /^depesche:\/\/search\/?\?q=([^&#]+)$/;

/**
 * Reads `depesche://dispatch/ID` or `depesche://search?q=TEXT`, ID and TEXT percent-encoded. Undefined for everything else:
 * any web page can open such a link, so nothing is guessed.
 */
export function parseLink(text: string): Link | undefined {
  const id = decoded(DISPATCH.exec(text)?.[1]);
  if (id !== undefined) return Id.safeParse(id).success ? { dispatch: id } : undefined;
  const search = decoded(SEARCH.exec(text)?.[1]?.replaceAll('+', ' '));
  if (search === undefined || search.trim() === '' || search.length > MAX_SEARCH_CHARS) return undefined;
  return { search };
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
