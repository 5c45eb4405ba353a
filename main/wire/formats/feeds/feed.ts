import { oneLine } from '../../markup/markup.ts';

/** What RSS, Atom and JSON Feed have in common. */

const hostOf = (address: string | undefined): string | undefined => {
  const text = address?.trim() ?? '';
  return /^https?:\/\//i.test(text) ? URL.parse(text)?.hostname.replace(/^www\./, '') || undefined : undefined;
};

/** Who publishes a feed, the best first: the host of its page, its title, the host an entry links to. */
export const publishersOf = (
  pages: readonly (string | undefined)[],
  title: string | undefined,
  entry: string | undefined,
): readonly (string | undefined)[] => [...pages.map(hostOf), oneLine(title), hostOf(entry)];
