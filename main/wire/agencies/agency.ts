import { AGENCIES, type Agency } from './agencies.ts';

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
const DESK = /^([^/-]+)[/-][\p{L}\d]+$/u;
const WITH_ZONE = asWords(AGENCIES.filter((agency) => agency.zone !== undefined).flatMap(namesOfAgency));

/**
 * The agency a printed name, its letters or an Internet host stand for; undefined for every other name. Case does not
 * matter: `Agence France-Presse`, `dpa/lby`, `www.reuters.com`.
 */
export function agencyOf(printed: string): Agency | undefined {
  const name = printed.trim().toLowerCase();
  const exact = BY_NAME.get(name) ?? ofHost(name);
  if (exact || name.length > MAX_NAME_CHARS) return exact;
  const within = WITHIN.exec(name)?.[0];
  if (within !== undefined) return BY_NAME.get(within);
  const whole = BY_NAME.get(DESK.exec(name)?.[1] ?? '');
  return whole?.hasDesks ? whole : undefined;
}

/** Characters. A longer text is no name. */
const MAX_NAME_CHARS = 200;

/** `www.reuters.com`, `feeds.reuters.com`: a domain of an agency or a host below it. */
function ofHost(name: string): Agency | undefined {
  if (name.length > MAX_NAME_CHARS || !/^(?:[\w-]+\.)+[a-z]{2,}$/.test(name)) return undefined;
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
  const found = name === undefined ? undefined : WITH_ZONE.exec(name.toLowerCase().slice(0, MAX_NAME_CHARS))?.[0];
  return found === undefined ? undefined : BY_NAME.get(found)?.zone;
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
