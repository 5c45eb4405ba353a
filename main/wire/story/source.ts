import type { Message } from '../../../preload/contract/messages.ts';
import { agencyName, agencyOfFolder } from '../agencies/agency.ts';
import { oneLine } from '../markup/markup.ts';
import { mentionedSource } from '../text/source-line.ts';
import type { Facts } from './facts.ts';

/** A provider by its name: `dpa` for `nprov:dpa`, the host for an address, nothing for a URN. */
export function providerName(text: string | undefined | null): string | undefined {
  const name = oneLine(text ?? undefined);
  if (!name || /^urn:/i.test(name)) return undefined;
  if (/^https?:\/\//i.test(name)) {
    const host = URL.parse(name)?.hostname.replace(/^www\./, '');
    return host ? (agencyName(host) ?? host) : undefined;
  }
  const bare = /^[\w-]+:\S+$/.test(name) ? name.replace(/^[\w-]+:/, '') : name;
  return agencyName(bare) ?? bare;
}

/** The first provider that fields of the file name; undefined where none does. */
export const statedSource = (facts: Facts): string | undefined =>
  (facts.providers ?? []).map(providerName).find((name) => name !== undefined);

/** A source, and what has to be said of how it was found. */
export interface Source {
  readonly name?: string;
  readonly warning?: Message;
}

/**
 * Who sends a story: a field, the agency in the dateline, one that typed copy mentions, the agency a folder is named after,
 * whoever alone sends this format. Nothing where none of these names anyone: a format or a folder is no source.
 */
export function sourceOf(
  facts: Facts,
  found: { readonly dateline: string | undefined; readonly text: string; readonly path: string },
): Source {
  const name =
    statedSource(facts) ??
    (found.dateline === undefined ? undefined : (agencyName(found.dateline) ?? found.dateline)) ??
    (facts.isTyped ? mentionedSource(found.text) : undefined) ??
    agencyOfFolder(found.path);
  if (name !== undefined) return { name };
  const assumed = providerName(facts.assumed?.provider);
  return {
    ...(assumed ? { name: assumed } : {}),
    ...(facts.assumed?.warning ? { warning: facts.assumed.warning } : {}),
  };
}
