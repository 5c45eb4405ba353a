import { AGENCY_LETTERS, agencyName } from '../agencies/agency.ts';
import { DTS } from '../agencies/agency-row.ts';

const DOMAIN = /(?:^|\s)((?:[\w-]+\.)+[a-z]{2,})$/iu;
/** Characters of a line that names a source. */
const MAX_CHARS = 120;
const MARK = /^\s*(?:[@©]|\(c\)|copyright\b:?)\s*(?=\S)/iu;
/** The last line of a news aktuell release: who issued it. */
const RELEASE = /^Original-Content von:\s*(?<name>[^,]{2,80})(?:,\s*übermittelt durch news aktuell)?\.?$/iu;
/** Who issued a release, from the line at the end of a news aktuell release; undefined for other lines. */
export const releaseAuthor = (line: string): string | undefined => RELEASE.exec(line)?.groups?.name?.trim();
const LABEL = /^\s*(?:quelle|foto\s*\/\s*quelle|text|source)\s*:\s*/iu;

/**
 * The source that a line names if it does nothing else; undefined for other lines: `@ dts-nachrichtenagentur.de`, `© dts Deutsche
 * Textservice …`, `Foto/Quelle: dts`, `(Quelle: über dts …)`, `via dts Nachrichtenagentur`.
 */
export function sourceLine(line: string): string | undefined {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.length > MAX_CHARS + 2) return undefined;
  const bare = trimmed.replace(/^\((.*)\)$/, '$1');
  if (bare.length > MAX_CHARS || bare === '') return undefined;
  const author = releaseAuthor(bare);
  if (author !== undefined) return sourceName(author);
  const marked = MARK.test(bare) || LABEL.test(bare);
  const name = bare
    .replace(MARK, '')
    .replace(LABEL, '')
    .replace(/^(?:\d{4}\s+|(?:über|via)\s+)/iu, '')
    .trim();
  if (marked) return sourceName(name);
  return /^(?:über|via)\s+dts\b|^\(?dts nachrichtenagentur\)?$/iu.test(bare) ? DTS : undefined;
}

/** A name as the source list spells it: an agency, the domain at its end, or the name itself. */
export function sourceName(name: string): string | undefined {
  const domain = DOMAIN.exec(name)?.[1]?.toLowerCase();
  return (
    agencyName(name) ?? (domain ? domain.replace(/^www\./, '') : undefined) ?? (name.length > 1 ? name : undefined)
  );
}

const CREDIT = new RegExp(String.raw`(?<![\p{L}\d-])(${AGENCY_LETTERS})\s*\)?$`, 'u');

/** The agency that a text credits within its sentences or at its end; undefined if there is none. */
export function mentionedSource(text: string): string | undefined {
  if (/\bdts[ -](?:Deutsche Textservice )?Nachrichtenagentur\b/iu.test(text)) return DTS;
  const credit = CREDIT.exec(text.trim().slice(-40))?.[1];
  return credit ? agencyName(credit) : undefined;
}

/** What stands in the first brackets of a line, before any sentence ends. */
const SIGNATURE = /^[^.!?()\n]{2,80}\((?<name>[^()\n]{2,40})\)/gmu;

/** The agency in the first dateline of a text, wherever that stands: `Hafenstadt (KNA) Die Glocken …`; undefined for none. */
export function signedSource(text: string): string | undefined {
  for (const match of text.matchAll(SIGNATURE)) {
    const agency = agencyName(match.groups?.name ?? '');
    if (agency !== undefined) return agency;
  }
  return undefined;
}
