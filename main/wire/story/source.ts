import type { Message } from '../../../preload/contract/messages.ts';
import { agencyName, agencyOfFolder } from '../agencies/agency.ts';
import type { Note } from '../dispatch.ts';
import { oneLine } from '../markup/markup.ts';
import { mentionedSource, signedSource } from '../text/source-line.ts';
import type { Facts } from './facts.ts';

/** What stands for a provider in a system and names nobody: a number, a UUID, an address of a machine. */
const NAMELESS = /^(?:[\d.:-]+|[\da-f]{8}-[\da-f-]{27}|localhost)$/i;
/** Letters or numbers of a system, no name: `EX`, `HHH`, `p17`. */
const BARE_CODE = /^[A-Z]{1,5}$|^\p{L}{0,3}\d{1,9}$/u;
/** Characters of a host or mail address. */
const MAX_HOST_CHARS = 253;
const isHost = (text: string): boolean =>
  text.length <= MAX_HOST_CHARS && /^(?:[\w-]+\.)+[a-z]{2,}$|^[^\s@]+@[^\s@]+$/i.test(text);

/**
 * Who sends a story as a system knows it: the agency for its letters, host or QCode, else a name, letters or a host. Owns local
 * ids and may sign a dateline. Undefined for URNs and numbers.
 */
export function senderName(text: string | undefined): string | undefined {
  const name = oneLine(text);
  if (!name || /^urn:/i.test(name) || NAMELESS.test(name)) return undefined;
  if (/^https?:\/\//i.test(name)) {
    const host = URL.parse(name)?.hostname.replace(/^www\./, '');
    return host && !NAMELESS.test(host) ? (agencyName(host) ?? host) : undefined;
  }
  const code = /^[\w-]+:(\S+)$/.exec(name)?.[1];
  if (code === undefined) return agencyName(name) ?? name;
  return agencyName(code) ?? (/^[A-Z]{1,5}$|\d/.test(code) ? undefined : code);
}

/** The first sender that fields of the file name; undefined where none does. */
export const statedSender = (facts: Facts): string | undefined => firstNamed(facts, senderName);

/** A provider as people know it: an agency or a name. Nothing for letters and hosts no agency is known by. */
export function providerName(text: string | undefined): string | undefined {
  const name = senderName(text);
  if (name === undefined || BARE_CODE.test(name)) return name && agencyName(name);
  return isHost(name) ? agencyName(name.replace(/^.*@/, '')) : name;
}

const firstNamed = ({ providers = [] }: Facts, nameOf: (text: string | undefined) => string | undefined) =>
  providers.map(nameOf).find((name) => name !== undefined);

/** The agency that a credit names: as a whole, or in a list of names (`Anna Brook, dpa`). */
const creditedAgency = ({ credits = [] }: Facts): string | undefined =>
  credits
    .flatMap((credit) => {
      const text = oneLine(credit) ?? '';
      return text.length > MAX_CREDIT_CHARS ? [] : [text, ...text.split(/[,;|]/)];
    })
    .map((name) => (isHost(name.trim()) ? undefined : agencyName(name)))
    .find((name) => name !== undefined);

/** Characters. A longer text is a licence. */
const MAX_CREDIT_CHARS = 200;

const knownAgency = (text: string | undefined): string | undefined => agencyName(providerName(text) ?? '');

/** Who sends a story as fields say: an agency in a credit; in feeds any agency, also in the dateline, before the publisher. */
function namedSource(facts: Facts, dateline: string | undefined): string | undefined {
  const credited = creditedAgency(facts);
  if (credited !== undefined || facts.publisher === undefined) return credited ?? firstNamed(facts, providerName);
  return firstNamed(facts, knownAgency) ?? signature(dateline, undefined) ?? (facts.publisher || undefined);
}

/** A source, and what has to be said of how it was found. */
export interface Source {
  readonly name?: string;
  readonly warning?: Message;
}

/** What the text of a story says of its source. */
interface Signs {
  /** The agency in the dateline of typed copy, as printed. */
  readonly agency?: string | undefined;
  readonly dateline?: string | undefined;
  readonly text: string;
  /** Notes, of which the sign-off names the agency: `dpa abc yyzz n1 de`. */
  readonly notes?: readonly Note[];
  readonly path: string;
}

/** `(Reuters)`, `/PRNewswire/` in a dateline. */
const SIGNED = /[(/](?<name>[^()/]{2,40})[)/]/u;

/** The agency that signs a dateline, also by letters of which only the `sender` is known by. */
function signature(dateline = '', sender: string | undefined): string | undefined {
  const signed = SIGNED.exec(dateline)?.groups?.name?.trim() ?? '';
  return agencyName(signed) ?? (sender !== undefined && signed === sender ? sender : undefined);
}

/** The agency that a sign-off begins with. */
const signedOff = (notes: readonly Note[]): string | undefined =>
  notes
    .filter(({ kind, text }) => kind === 'nonpublic' && text.length < MAX_SIGN_OFF_CHARS)
    .map(({ text }) => agencyName(FIRST_WORD.exec(text)?.[0] ?? ''))
    .find((name) => name !== undefined);
const MAX_SIGN_OFF_CHARS = 60;
const FIRST_WORD = /(?<![\p{L}-])[\p{L}-]{2,12}(?!\p{L})/u;

/**
 * Who sends a story: a field, the agency in the dateline, one that typed copy mentions, the agency a folder is named after,
 * whoever alone sends this format. Nothing where none of these names anyone: a format, a host or a folder is no source.
 */
export function sourceOf(facts: Facts, { agency, dateline, text, notes = [], path }: Signs): Source {
  const name =
    namedSource(facts, dateline) ??
    (agency === undefined ? signature(dateline, statedSender(facts)) : (agencyName(agency) ?? agency)) ??
    (facts.isTyped ? (signedSource(text) ?? mentionedSource(text) ?? signedOff(notes)) : undefined) ??
    agencyOfFolder(path);
  if (name !== undefined) return { name };
  const assumed = providerName(facts.assumed?.provider);
  return {
    ...(assumed ? { name: assumed } : {}),
    ...(facts.assumed?.warning ? { warning: facts.assumed.warning } : {}),
  };
}
