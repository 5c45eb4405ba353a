import { type Block, blockText, type Note } from '../dispatch.ts';
import { splitSignOffs } from './sign-off.ts';

/** Lines of a body, and the notes to the desk that were among them. */
export interface SplitLines {
  readonly body: readonly string[];
  readonly notes: readonly Note[];
}

/** `# Notizblock`, `# mdp-Notizblock`, `# dpa NOTEBOOK`: every agency puts its own letters in front. */
const NOTEBOOK =
  /^\s*#\s*(?:\p{L}{2,12}[- ]?)?(?:notizblock|notebook|notepad|notiz(?:en)?)\b|^\s*(?:dpa|epd|KNA|kna|APA|AFP|SID|sid)[- ](?:Notizblock|Notebook)\s*$/iu;
const NOT_PUBLIC =
  /nicht zur ver(?:ö|oe)ffentlichung (?:bestimmt|vorgesehen)|not (?:intended )?for publication(?!\s(?:or \p{L}{3,12} )?(?:before|until))|nur zur internen information/iu;
/** Characters. In a longer line the sentence is part of the story. */
const MAX_NOT_PUBLIC_CHARS = 300;
const isNotPublic = (line: string): boolean => line.length <= MAX_NOT_PUBLIC_CHARS && NOT_PUBLIC.test(line);
const HEADING = /^\s*##\s(?<title>.*)$/u;
const STARS = /^\s*(?:\*\s*){3,}$/u;
/** APA marks the end of its text, on the last line or after the last sentence. */
const CLOSED = /(?:^|\s)\(Schluss\)(?:\s[\p{L}\d/*+-]{1,20})?\s*$/u;
/** `Eds: …`, and AFP's `ATTENTION - ADDS quotes ///`, `(PICTURE)`. */
const EDITOR_LINE =
  /^\s*(?:\^?eds?:|editors?'?s? note\b|(?:attention )?editors\s?:|attention editors|achtung redaktionen|hinweis an die redaktionen|redaktionshinweis:|redaktioneller hinweis:|\((?:hinweise? (?:an|für) (?:die )?redaktion(?:en)?|redaktioneller hinweis|redaktionshinweis|achtung redaktionen|notes? to editors?)\b[^()]{0,300}\)\s*$|es gilt das gesprochene wort\W{0,3}$|check against delivery\W{0,3}$|seul le prononcé fait foi\W{0,3}$|attention - .*(?<!\/)\/{2,}\s*$|\((?:(?:file )?(?:pictures?|photos?|video|graphic)[ +,/]*)+\)\s*$)/iu;

const KINDS: readonly (readonly [RegExp, Note['kind']])[] = [
  [/sperrfrist|embargo/iu, 'embargo'],
  [/kontakt|contact|ansprechpartner|autor|author|redaktion(?:elle kontakte)?$|reporting/iu, 'contact'],
  [/berichtigung|korrektur|correction|refile/iu, 'correction'],
  [/copyright|rechte|rights/iu, 'copyright'],
];

/**
 * Splits notes to the desk from a text: the notebook (`# Notizblock`, `# Notebook`) and its sections, everything after "nicht zur
 * Veröffentlichung bestimmt", lines to editors, and sign-offs below the text.
 */
export function splitNotes(lines: readonly string[], source = ''): SplitLines {
  const signed = splitSignOffs(lines, source);
  const kept = trimEnd(signed.body);
  const start = kept.findIndex((line, i) => NOTEBOOK.test(line) || isNotPublic(line) || opensNotPublic(kept, i));
  const body = start < 0 ? kept : kept.slice(0, start);
  const sections = start < 0 ? [] : readSections(kept.slice(start));
  const { text, editor } = editorLines(body);
  return { body: trimEnd(text), notes: [...editor, ...sections, ...signed.notes] };
}

/** True for a paragraph of a marked-up text that speaks to editors: `Eds: …`. */
export const isEditorNote = (text: string): boolean => text.length < 600 && EDITOR_LINE.test(text);

/** Splits the notebook, and what follows it, from the blocks of a marked-up text. */
export function splitNotebookBlocks(blocks: readonly Block[]): { body: readonly Block[]; notes: readonly Note[] } {
  const at = blocks.findIndex((block, i) => i > 0 && 'text' in block && NOTEBOOK.test(block.text.slice(0, 60)));
  if (at < 0) return { body: blocks, notes: [] };
  return {
    body: blocks.slice(0, at),
    notes: readSections(blocks.slice(at).flatMap((block) => blockText(block).split('\n'))),
  };
}

/** True for a paragraph of nothing but `(Diese Informationen sind nicht zur Veröffentlichung bestimmt)`. */
export const isForDesks = (text: string): boolean =>
  text.length < 160 && /^\s*\([^()]{1,150}\)\s*$/u.test(text) && NOT_PUBLIC.test(text);

/** Splits off APA's mark of the end of its text. */
export function splitClosed(lines: readonly string[]): SplitLines {
  const kept = trimEnd(lines);
  const last = kept.at(-1) ?? '';
  const closed = CLOSED.exec(last.slice(-60))?.[0];
  if (closed === undefined) return { body: kept, notes: [] };
  const body = trimEnd([...kept.slice(0, -1), last.slice(0, -closed.length)]);
  return { body, notes: [{ kind: 'nonpublic', text: closed.trim() }] };
}

/** A row of stars precedes the sentence that what follows is not for publication. */
const opensNotPublic = (lines: readonly string[], at: number): boolean =>
  STARS.test(lines[at] ?? '') && lines.slice(at + 1, at + 3).some(isNotPublic);

function trimEnd(lines: readonly string[]): readonly string[] {
  let end = lines.length;
  while (end > 0 && (lines[end - 1] ?? '').trim() === '') end--;
  return lines.slice(0, end);
}

function readSections(lines: readonly string[]): Note[] {
  const notes: Note[] = [];
  let title = '';
  let text: string[] = [];
  let open = true;
  const close = () => {
    const content = text
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n');
    const whole = [title, content].filter((part) => part !== '').join(': ');
    if (whole !== '') notes.push({ kind: kindOf(title, open), text: whole });
    title = '';
    text = [];
  };
  for (const line of lines) {
    const heading = HEADING.exec(line)?.groups?.title;
    if (isNotPublic(line)) {
      close();
      open = false;
    } else if (heading !== undefined) {
      close();
      title = heading.trim();
    } else if (!NOTEBOOK.test(line) && !STARS.test(line)) text.push(line);
  }
  close();
  return notes;
}

const kindOf = (title: string, open: boolean): Note['kind'] =>
  KINDS.find(([pattern]) => pattern.test(title))?.[1] ?? (open ? 'editor' : 'nonpublic');

/** Paragraphs that start with `Eds:` or the like, up to the next blank line. */
function editorLines(lines: readonly string[]): { text: string[]; editor: Note[] } {
  const text: string[] = [];
  const editor: Note[] = [];
  let note: string[] | undefined;
  for (const line of lines) {
    if (line.trim() === '') note = undefined;
    if (EDITOR_LINE.test(line)) {
      note = [line.trim().replace(/^\^/, '')];
      editor.push({ kind: 'editor', text: note[0] ?? '' });
    } else if (note) {
      note.push(line.trim());
      editor[editor.length - 1] = { kind: 'editor', text: note.join(' ') };
    } else text.push(line);
  }
  // If everything is addressed to editors, it is the dispatch itself.
  return text.some((line) => line.trim() !== '') ? { text, editor } : { text: [...lines], editor: [] };
}
