import { codePage, otherName } from './code-pages.ts';

/** True for the beginning of Rich Text Format (RTF 1.9.1). */
export const isRtf = (bytes: Uint8Array): boolean => latin1(bytes.subarray(0, 5)) === '{\\rtf';

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Groups that hold no text of the document. */
const OUTSIDE = new Set(
  `fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf footnote
   annotation themedata colorschememapping latentstyles datastore listtable listoverridetable rsidtbl generator xmlnstbl
   filetbl revtbl mmathPr fldinst shppict nonshppict bkmkstart bkmkend`.split(/\s+/),
);
/** Control words that stand for characters. */
const SIGNS: Readonly<Record<string, string>> = {
  par: '\n\n',
  line: '\n',
  sect: '\n\n',
  page: '\n\n',
  row: '\n',
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  '~': '\u00a0',
  _: '-',
  '{': '{',
  '}': '}',
  '\\': '\\',
  '\n': '\n',
  '\r': '\n',
};
/** Character sets by name instead of a number. */
const SETS: Readonly<Record<string, string>> = { mac: 'macintosh', pc: 'ibm437', pca: 'ibm850' };

// A control word with its number, a code of a character, a control symbol, a brace, line ends (no text), or text.
const TOKEN =
  /\\(?<word>[a-z]{1,32})(?<number>-?\d{1,10})? ?|\\'(?<hex>[\da-f]{2})|\\(?<symbol>[^a-z])|(?<brace>[{}])|[\r\n]+|(?<text>[^\\{}\r\n]+)/giu;

interface Group {
  readonly isOutside: boolean;
  /** Characters behind `\u` that stand for it where Unicode is unknown. */
  readonly fallback: number;
}

/** What a document says, and whether it goes on to its end. */
export interface RtfText {
  readonly text: string;
  readonly encoding: string;
  readonly isComplete: boolean;
}

/** The text of a document in Rich Text Format: a blank line between paragraphs, cells of tables between tabs. No layout, pictures or notes. */
export function rtfText(bytes: Uint8Array): RtfText {
  const parts: string[] = [];
  const groups: Group[] = [];
  let group: Group = { isOutside: false, fallback: 1 };
  let page = 'windows-1252';
  let coded: number[] = [];
  let skip = 0;
  const flush = (): void => {
    if (coded.length > 0) parts.push(decoded(coded, page));
    coded = [];
  };
  const add = (text: string): void => {
    flush();
    parts.push(text.slice(skip));
    skip = Math.max(0, skip - text.length);
  };
  const source = latin1(bytes);
  for (const match of source.matchAll(TOKEN)) {
    const { word, number, hex, symbol, brace, text } = match.groups ?? {};
    if (brace === '{') groups.push(group);
    else if (brace === '}') group = groups.pop() ?? group;
    else if (symbol === '*' || (word !== undefined && OUTSIDE.has(word))) group = { ...group, isOutside: true };
    else if (word === 'ansicpg') page = `windows-${number ?? ''}`;
    else if (word !== undefined && SETS[word] !== undefined) page = SETS[word];
    else if (word === 'uc') group = { ...group, fallback: Number(number ?? 1) };
    else if (group.isOutside) continue;
    else if (word === 'u') {
      add(String.fromCharCode(Number(number ?? 0) & 0xffff));
      skip = group.fallback;
    } else if (hex !== undefined) {
      if (skip > 0) skip -= 1;
      else coded.push(Number.parseInt(hex, 16));
    } else if (text !== undefined) add(text);
    else {
      const sign = SIGNS[word ?? symbol ?? ''];
      if (sign === undefined) continue;
      flush();
      parts.push(sign);
      skip = 0;
    }
  }
  flush();
  return { text: parts.join(''), encoding: page, isComplete: groups.length === 0 };
}

function decoded(codes: readonly number[], page: string): string {
  const bytes = Uint8Array.from(codes);
  const name = otherName(page) ?? page;
  try {
    return (codePage(name) ?? new TextDecoder(name)).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
