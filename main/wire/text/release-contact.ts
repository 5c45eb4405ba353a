import type { Note } from '../dispatch.ts';
import type { SplitLines } from './notebook.ts';

/** The heading of the contacts of a press release. */
const CONTACT = /^\s*(?:rückfragehinweis|rückfragen bitte an|pressekontakt|kontakt für journalisten)\s*:\s*$/iu;
/** APA-OTS separates the parts of a release with it. */
const FENCE = /^\s*~\s*$/u;
/** `*** OTS-ORIGINALTEXT PRESSEAUSSENDUNG … ***`: who is responsible for the text. */
const RIGHTS = /^\s*\*{3}\s*(?<text>.*\S)\s*\*{3}\s*$/u;

/** Splits the contacts of a press release, and everything below them, from its text. */
export function splitContacts(lines: readonly string[]): SplitLines {
  const start = lines.findIndex((line) => CONTACT.test(line));
  if (start < 0 || lines.slice(0, start).every((line) => line.trim() === '' || FENCE.test(line))) {
    return { body: lines, notes: [] };
  }
  const below = lines.slice(start).map((line) => line.trim());
  const end = below.findIndex((line) => FENCE.test(line));
  const textOf = (part: readonly string[]) => part.filter((line) => line !== '' && !RIGHTS.test(line)).join('\n');
  const texts = end < 0 ? [textOf(below)] : [textOf(below.slice(0, end)), textOf(below.slice(end + 1))];
  const rights = below.flatMap((line) => RIGHTS.exec(line)?.groups?.text ?? []);
  const notes: Note[] = [
    ...texts.filter((text) => text !== '').map((text) => ({ kind: 'contact' as const, text })),
    ...rights.map((text) => ({ kind: 'copyright' as const, text })),
  ];
  return { body: lines.slice(0, start).filter((line) => !FENCE.test(line)), notes };
}
