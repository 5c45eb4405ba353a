import type { Note } from '../../dispatch.ts';
import { attributeOf, childrenOf, findAll, lineText, type MarkupElement, oneLine } from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { bodyText } from '../../normalise.ts';
import { speaksOfEmbargo } from '../../story/embargo.ts';

/**
 * The notes to the editors (`edNote`) by role. dpa sends its notepad whole and its parts again as notes of their own: the
 * notepad then gives only what the parts leave out. `held` turns editorial notes into the reason of a kill or hold.
 */
export function itemNotes(meta: MarkupElement | undefined, held: boolean): Note[] {
  const all = childrenOf(meta, 'edNote');
  const isNotepad = (element: MarkupElement) => /notepad/i.test(attributeOf(element, 'role') ?? '');
  const parts = all.filter((element) => !isNotepad(element)).flatMap((element) => partNote(element, held));
  return [...parts, ...all.filter(isNotepad).flatMap((element) => notepadNotes(element, parts, held))];
}

function partNote(element: MarkupElement, held: boolean): Note[] {
  const text = lineText(element);
  if (!text) return [];
  return [{ kind: noteKind(attributeOf(element, 'role'), text, held, attributeOf(element, 'pubconstraint')), text }];
}

/** The kind of a note after the role its agency gives it (dpaednoterole, sttnote, IPTC). */
export function noteKind(role: string | undefined, text: string, held: boolean, constraint?: string): Note['kind'] {
  const named = role?.toLowerCase() ?? '';
  if (named.endsWith('contacts')) return 'contact';
  if (named.includes('embargo') || speaksOfEmbargo(text)) return 'embargo';
  if (/nonpublic|private/.test(`${named} ${constraint ?? ''}`)) return 'nonpublic';
  if (held) return 'reason';
  return named.includes('correction') ? 'correction' : 'editor';
}

function notepadNotes(notepad: MarkupElement, parts: readonly Note[], held: boolean): Note[] {
  const section = (name: string) =>
    findAll(notepad, 'section').filter((found) => attributeOf(found, 'class')?.includes(name));
  const has = (...kinds: Note['kind'][]) => parts.some((part) => kinds.includes(part.kind));
  const notes: Note[] = [];
  const add = (kind: Note['kind'], elements: readonly MarkupElement[]) => {
    const text = elements
      .map((element) => bodyText(blocksOf(element.children)))
      .join('\n')
      .trim();
    if (oneLine(text)) notes.push({ kind, text });
  };
  if (!has('contact', 'nonpublic')) add('nonpublic', section('np-nonpublic'));
  if (!has('correction', 'reason')) add(held ? 'reason' : 'editor', section('np-public'));
  if (notes.length === 0 && section('np-').length === 0) add('editor', [notepad]);
  return notes.filter((note) => !parts.some((part) => part.text.includes(oneLine(note.text) ?? note.text)));
}
