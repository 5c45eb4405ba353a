import { agencyName } from '../../agencies/agency.ts';

/** Addresses are separated by commas, which may also stand in a quoted name. */
const FIRST = /^(?:"[^"]*"|[^",])*/;
const ADDRESSED = /^(?<name>[^<]*)<(?<address>[^<>]+)>/;
/** The old form: `desk@example.com (Example News)`. */
const COMMENTED = /^(?<address>[^\s()@]+@[^\s()@]+)\s*\((?<name>[^()]+)\)/;

/**
 * Who sends a mail, from the decoded value of its From header: an agency by its name or by the domain of the address, else the
 * name, else the address.
 */
export function senderOf(from: string): string {
  const first = FIRST.exec(from.trim())?.[0] ?? '';
  // A name with a comma and without quotes: `Brook, Anna <anna@example.com>`.
  const mailbox = first.includes('@') ? first : from.trim();
  const { name = '', address = mailbox } = (ADDRESSED.exec(mailbox) ?? COMMENTED.exec(mailbox))?.groups ?? {};
  const bare = name
    .trim()
    .replace(/^["']|["']$/g, '')
    .trim();
  return agencyName(bare) ?? agencyName(address.replace(/^.*@/, '').trim()) ?? (bare || address.trim());
}
