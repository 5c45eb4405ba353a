import type { Note } from '../dispatch.ts';
import type { SplitLines } from './notebook.ts';

/** How press releases call the part that gives journalists a name and a number. */
const CONTACT = /^\s*(?:rückfragehinweis|rückfragen bitte an|pressekontakt|kontakt für journalisten)\s*:\s*$/iu;
/** APA-OTS fences parts of a release with it. */
const FENCE = /^\s*~\s*$/u;
/** `*** OTS-ORIGINALTEXT PRESSEAUSSENDUNG … ***`: who answers for the text. */
const RIGHTS = /^\s*\*{3}\s*(?<text>.*\S)\s*\*{3}\s*$/u;

/** Lines of a press release without its contacts and all that stands below them. */
export function splitContacts(lines: readonly string[]): SplitLines {
  const start = lines.findIndex((line) => CONTACT.test(line));
  if (start < 0 || lines.slice(0, start).every((line) => line.trim() === '' || FENCE.test(line))) {
    return { body: lines, notes: [] };
  }
  const below = lines.slice(start).map((line) => line.trim());
  const end = below.findIndex((line) => FENCE.test(line));
  const told = (part: readonly string[]) => part.filter((line) => line !== '' && !RIGHTS.test(line)).join('\n');
  const texts = end < 0 ? [told(below)] : [told(below.slice(0, end)), told(below.slice(end + 1))];
  const rights = below.flatMap((line) => RIGHTS.exec(line)?.groups?.text ?? []);
  const notes: Note[] = [
    ...texts.filter((text) => text !== '').map((text) => ({ kind: 'contact' as const, text })),
    ...rights.map((text) => ({ kind: 'copyright' as const, text })),
  ];
  return { body: lines.slice(0, start).filter((line) => !FENCE.test(line)), notes };
}
