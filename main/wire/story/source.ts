import type { Message } from '../../../preload/contract/messages.ts';
import { agencyName, agencyOfFolder } from '../agencies/agency.ts';
import { oneLine } from '../markup/markup.ts';
import { mentionedSource, signedSource } from '../text/source-line.ts';
import type { Facts } from './facts.ts';

/** What stands for a provider in a system and names nobody: a number, a UUID, an address of a machine. */
const NAMELESS = /^(?:[\d.:-]+|[\da-f]{8}-[\da-f-]{27}|localhost)$/i;

/** The second half of a QCode that is letters or numbers of a system, no name: `EX`, `p17`. */
const BARE_CODE = /^[A-Z]{1,5}$|\d/;

/**
 * A provider by its name: `dpa` for `nprov:dpa`, the agency or else the host for an address; nothing for a URN, for numbers,
 * for a QCode that is letters no agency is known by.
 */
export function providerName(text: string | undefined | null): string | undefined {
  const name = oneLine(text ?? undefined);
  if (!name || /^urn:/i.test(name) || NAMELESS.test(name)) return undefined;
  if (/^https?:\/\//i.test(name)) {
    const host = URL.parse(name)?.hostname.replace(/^www\./, '');
    return host && !NAMELESS.test(host) ? (agencyName(host) ?? host) : undefined;
  }
  const code = /^[\w-]+:(\S+)$/.exec(name)?.[1];
  if (code === undefined) return agencyName(name) ?? name;
  return agencyName(code) ?? (BARE_CODE.test(code) ? undefined : code);
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
    (facts.isTyped ? (signedSource(found.text) ?? mentionedSource(found.text)) : undefined) ??
    agencyOfFolder(found.path);
  if (name !== undefined) return { name };
  const assumed = providerName(facts.assumed?.provider);
  return {
    ...(assumed ? { name: assumed } : {}),
    ...(facts.assumed?.warning ? { warning: facts.assumed.warning } : {}),
  };
}
