import { AGENCIES } from './agencies.ts';
import type { Agency } from './agency-row.ts';

/** Every name an agency goes by as a whole, in lower case: its name, letters, aliases and domains. */
export const namesOfAgency = (agency: Agency): string[] => [
  ...new Set(
    [
      agency.name,
      ...(agency.letters ?? []),
      ...(agency.aliases ?? []),
      ...(agency.within ?? []),
      ...(agency.domains ?? []),
    ].map((name) => name.toLowerCase()),
  ),
];

const BY_NAME = new Map(AGENCIES.flatMap((agency) => namesOfAgency(agency).map((name) => [name, agency] as const)));

/** Regular expression source: any of these texts, longer ones first. */
const anyOf = (texts: readonly string[]): string =>
  [...new Set(texts)]
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');

const asWords = (texts: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${anyOf(texts)})(?![\\p{L}\\d])`, 'u');

const WITHIN = asWords(AGENCIES.flatMap((agency) => agency.within ?? []));
const WITH_ZONE = asWords(AGENCIES.filter(({ zone, isWord }) => zone !== undefined && !isWord).flatMap(namesOfAgency));

/** Characters. A longer text is no name. */
const MAX_NAME_CHARS = 200;

/** A sign or word of copyright, the hand of a system. */
const BEFORE = /^(?:©|\(c\)|copyright\b|quelle:|source:|ns:|nprov:)\s*(?:\d{4}\s+)?/iu;
const WRAPPED = /^[(/[](?<name>[^()/[\]]{2,60})[)/\]]$/u;
/** Forms of companies behind a name. */
const COMPANY =
  /,?\s(?:gmbh|ag|eg|e\. ?g\.|kg|s\.?a\.?|s\.?p\.?a\.?|s\.?a\.?u\.?|s\.m\.e\.|s\.?r\.?l\.?|inc\.?|ltd\.?|limited|llc|l\.p\.|corp\.?|corporation|plc|ab|a\/s|as|oy|b\.?v\.?|n\.?v\.?)$/u;
/** What an agency calls its own services: `AFP Deutschland`, `PTI News`, `AP Photo`. */
const SERVICE =
  /^(?<name>[^\s].{1,40})[\s-](?:news|newswire|news agency|news service|general news service|wire|staff|red|redaktion|photos?|pictures?|images?|foto|bild|sports?|english|international|deutschland|france|europe|finanznachrichten|finans|business|factcheck|mediaroom|nachrichtenagentur)$/u;
/** A name and what it is short for in brackets: `Associated Press (AP)`. */
const IN_BRACKETS = /^(?<name>[^()]{3,100})\s\((?<letters>[^()]{2,12})\)$/u;
/** Agencies that share a text, and desks: `APA/dpa`, `Keystone / SDA`, `dpa/lby`. */
const SHARED = /^(?<first>[^/]{2,40}?)\s?\/\s?(?<second>[^/]{1,40})$/u;
const DESK = /^(?<name>\p{L}{2,8})[/ -][\p{L}\d/. -]{1,40}$/u;

/**
 * The agency a printed name, its letters or an Internet host stand for; undefined for every other name. Case does not
 * matter, nor do brackets, forms of companies and services: `Agence France-Presse`, `dpa/lby`, `(ANSA)`, `KNA GmbH`, `PTI News`,
 * `www.reuters.com`.
 */
export function agencyOf(printed: string): Agency | undefined {
  if (printed.length > MAX_NAME_CHARS) return undefined;
  const text = printed.trim();
  const exact = named(text) ?? ofHost(text.toLowerCase());
  if (exact) return exact;
  const within = WITHIN.exec(text.toLowerCase())?.[0];
  if (within !== undefined) return BY_NAME.get(within);
  const bare = bareName(text);
  return named(bare) ?? ofService(bare) ?? ofShared(bare) ?? ofDesk(bare);
}

/** By a whole name. Letters that are also a word are no agency where they are written like one. */
function named(text: string): Agency | undefined {
  const agency = BY_NAME.get(text.toLowerCase());
  return agency?.isWord && /^\p{Lu}\p{Ll}+$/u.test(text) && text !== agency.name ? undefined : agency;
}

function bareName(text: string): string {
  const after = text.replace(BEFORE, '').trim();
  const bare = WRAPPED.exec(after)?.groups?.name ?? after;
  const lower = bare.toLowerCase();
  const company = COMPANY.exec(lower);
  // Companies may have two such forms: `S.A.U., S.M.E.`.
  const once = company ? bare.slice(0, company.index) : bare;
  const twice = COMPANY.exec(once.toLowerCase());
  return (twice ? once.slice(0, twice.index) : once).replace(/,$/, '');
}

function ofService(bare: string): Agency | undefined {
  const { name, letters } = IN_BRACKETS.exec(bare)?.groups ?? {};
  if (name !== undefined && letters !== undefined) return named(name) ?? named(letters);
  const length = SERVICE.exec(bare.toLowerCase())?.groups?.name?.length;
  return length === undefined ? undefined : named(bare.slice(0, length));
}

/** The first of two agencies, or the one that shares a text with a photographer or a desk. */
function ofShared(bare: string): Agency | undefined {
  const { first = '', second = '' } = SHARED.exec(bare)?.groups ?? {};
  const agency = named(first);
  return agency && (agency.hasDesks || named(second) || /^\p{Lu}[\p{L} .-]+$/u.test(second)) ? agency : undefined;
}

function ofDesk(bare: string): Agency | undefined {
  const agency = named(DESK.exec(bare)?.groups?.name ?? '');
  return agency?.hasDesks ? agency : undefined;
}

/** `www.reuters.com`, `feeds.reuters.com`: a domain of an agency or a host below it. */
function ofHost(name: string): Agency | undefined {
  if (!/^(?:[\w-]+\.)+[a-z]{2,}$/.test(name)) return undefined;
  const labels = name.split('.');
  for (let from = 1; from < labels.length - 1; from += 1) {
    const found = BY_NAME.get(labels.slice(from).join('.'));
    if (found) return found;
  }
  return undefined;
}

/** The one spelling of an agency by any name of {@link agencyOf}; undefined for a name that is no known agency. */
export const agencyName = (printed: string): string | undefined => agencyOf(printed)?.name;

/** The IANA zone of the clocks of the first agency named in a text (`AAP, Sydney`); undefined where none is. */
export function agencyZone(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const found = WITH_ZONE.exec(name.toLowerCase().slice(0, MAX_NAME_CHARS))?.[0];
  return (found === undefined ? agencyOf(name) : BY_NAME.get(found))?.zone;
}

const letters = AGENCIES.flatMap((agency) => agency.letters ?? []);

// Sources of regular expressions, for texts that name an agency without being its name.
/** Letters of all agencies as they print them: `dpa`, `AFP`, `Kyodo`. */
export const AGENCY_LETTERS = anyOf(letters);
/** The same in lower case. */
export const LOWER_LETTERS = anyOf(letters.map((text) => text.toLowerCase()));
/** The same in capitals. */
export const UPPER_LETTERS = anyOf(letters.map((text) => text.toUpperCase()));
/** Letters of agencies and of their services, which stand before item numbers: `dpa 0157`, `bdt0157`. */
export const NUMBERING_LETTERS = anyOf([...letters, ...AGENCIES.flatMap((agency) => agency.services ?? [])]);
/** How agencies sign datelines that have no dash. */
export const DASHLESS_LETTERS = anyOf(AGENCIES.flatMap((agency) => agency.dashless ?? []));

/** The agency that the first folder of a path below the wire folder is named after: desks sort what comes in that way. */
export function agencyOfFolder(path: string): string | undefined {
  const folders = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  const isAbsolute = path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('..');
  return !isAbsolute && folders.length > 1 ? agencyName(folders[0] ?? '') : undefined;
}
