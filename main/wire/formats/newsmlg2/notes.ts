import type { Note } from '../../dispatch.ts';
import { attributeOf, childrenOf, findAll, lineText, type MarkupElement, oneLine } from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { bodyText } from '../../normalise.ts';
import type { FoundNote } from '../../story/facts.ts';
import { noteKind } from '../../story/notes.ts';

/**
 * The notes to the editors (`edNote`) by role. dpa sends its notepad whole and its parts again as separate notes: only what
 * the parts lack is taken from the notepad.
 */
export function itemNotes(meta: MarkupElement | undefined): FoundNote[] {
  const all = childrenOf(meta, 'edNote');
  const isNotepad = (element: MarkupElement) => /notepad/i.test(attributeOf(element, 'role') ?? '');
  const parts = all
    .filter((element) => !isNotepad(element))
    .map((element) => ({
      text: lineText(element),
      role: `${attributeOf(element, 'pubconstraint') ?? ''} ${attributeOf(element, 'role') ?? ''}`,
    }));
  return [...parts, ...all.filter(isNotepad).flatMap((element) => notepadNotes(element, parts))];
}

function notepadNotes(notepad: MarkupElement, parts: readonly FoundNote[]): FoundNote[] {
  const section = (name: string) =>
    findAll(notepad, 'section').filter((found) => attributeOf(found, 'class')?.includes(name));
  const has = (...kinds: Note['kind'][]) => parts.some((part) => part.text && kinds.includes(noteKind(part, false)));
  const notes: FoundNote[] = [];
  const add = (kind: Note['kind'] | undefined, elements: readonly MarkupElement[]) => {
    const text = elements
      .map((element) => bodyText(blocksOf(element.children)))
      .join('\n')
      .trim();
    if (oneLine(text)) notes.push({ kind, text });
  };
  if (!has('contact', 'nonpublic')) add('nonpublic', section('np-nonpublic'));
  if (!has('correction')) add(undefined, section('np-public'));
  if (notes.length === 0 && section('np-').length === 0) add(undefined, [notepad]);
  return notes.filter((note) => !parts.some((part) => part.text?.includes(oneLine(note.text) ?? '')));
}
