import type { Note } from '../dispatch.ts';
import { speaksOfEmbargo } from './embargo.ts';
import type { FoundNote } from './facts.ts';
import { lineMarker } from './markers.ts';

const CORRECTION = /\bcorrect(?:s|ed|ion)\b|berichtig|korrig|korrektur|richtig heißen|richtiggestellt|rettels/i;

/** The kind of a note by its role or its words. `held`: the story is killed or withheld, and the note is the reason. */
export function noteKind({ text = '', kind, role = '' }: FoundNote, held: boolean): Note['kind'] {
  if (kind) return kind;
  if (/contacts$/i.test(role)) return 'contact';
  if (/nonpublic|private/i.test(role)) return 'nonpublic';
  if (/embargo/i.test(role) || (!held && speaksOfEmbargo(text))) return 'embargo';
  if (held) return 'reason';
  return /correction/i.test(role) || CORRECTION.test(text) ? 'correction' : 'editor';
}

/** Notes with text, of one kind each, without repetitions: agencies send the same sentence as note and inside a notepad. */
export function notesOf(found: readonly FoundNote[], held: boolean): Note[] {
  const notes = new Map<string, Note>();
  for (const note of found) {
    const text = note.text?.trim() ?? '';
    if (text !== '' && !notes.has(text)) notes.set(text, { kind: noteKind(note, held), text });
  }
  return [...notes.values()];
}

/** Marker lines that say more than their word are notes: `(Berichtigung: Name im 2. Absatz)`. */
export const remarksIn = (lines: readonly string[]): FoundNote[] =>
  lines.flatMap((line) => (lineMarker(line) && /\p{L}\s?[:–-]\s+\S/u.test(line) ? [{ text: line }] : []));
