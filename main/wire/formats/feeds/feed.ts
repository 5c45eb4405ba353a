import { agencyTime } from '../../agencies/agency-time.ts';
import { oneLine } from '../../markup/markup.ts';
import type { Found } from '../../story/agency-draft.ts';

/** What RSS, Atom and JSON Feed have in common. */

const hostOf = (address: string | undefined): string | undefined => {
  const text = address?.trim() ?? '';
  return /^https?:\/\//i.test(text) ? URL.parse(text)?.hostname.replace(/^www\./, '') || undefined : undefined;
};

/** Who publishes a feed: the host of its page without `www.`, else its title, else the host an entry links to. */
export function publisherOf(
  pages: readonly (string | undefined)[],
  title: string | undefined,
  entry: string | undefined,
): string {
  return pages.map(hostOf).find(Boolean) ?? oneLine(title) ?? hostOf(entry) ?? 'feed';
}

/** The id of an entry: its own when it can be one anywhere, else together with its feed; else the page it links to. */
export function feedIdentity(id: string | undefined, address: string | undefined, source: string): string | undefined {
  const own = oneLine(id);
  if (!own) return oneLine(address);
  return /[:/]/.test(own) || own.length > 30 ? own : `${source}:${own}`;
}

/**
 * An entry's time and version. A feed counts no versions: an entry that was changed after publication gets the minute of
 * the change (since 1970) for one, so that the later change is the higher version.
 */
export function feedTimes(
  published: string | undefined,
  updated: string | undefined,
  source: string,
): Pick<Found, 'publishedAt' | 'publishedRaw' | 'version' | 'warnings'> {
  const first = agencyTime(published, source);
  const change = agencyTime(updated, source);
  const time = first.iso ? first : change.iso ? change : first;
  const changed = first.iso && change.iso && Date.parse(change.iso) > Date.parse(first.iso);
  return {
    publishedAt: time.iso,
    publishedRaw: time.raw,
    version: changed && change.iso ? Math.floor(Date.parse(change.iso) / 60_000) : undefined,
    warnings: time.warning ? [time.warning] : [],
  };
}
