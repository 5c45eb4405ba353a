/** Windows-1252 by character, bytes without one as C1 codes (WHATWG Encoding Standard, index windows-1252). */
const BYTES = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map(
    (char, byte) => [char, byte] as const,
  ),
);
/** The first two bytes of a character of UTF-8, read as windows-1252. */
const SUSPECT =
  /[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/;
const RUNS = /[^\p{ASCII}]+/gu;
/** Characters that prove it; one may be a quotation of such damage. */
const MIN_CHARACTERS = 2;
/** How often a text is encoded at most. */
const MAX_TIMES = 3;

/** A text repaired, and how many runs of characters were. */
interface Repaired {
  readonly text: string;
  readonly characters: number;
}

/**
 * UTF-8 that was taken for windows-1252 and encoded again (`RÃ¼gen`), once or several times, as what it was (`Rügen`). Lines are
 * repaired in which every run of non-ASCII characters is UTF-8 as bytes of windows-1252. Undefined for all other text.
 */
export function repairedMojibake(text: string): string | undefined {
  const { text: repaired, characters } = repairedRuns(text);
  return characters < MIN_CHARACTERS ? undefined : repaired;
}

/** The same for texts that belong together, such as the fields of a story, which prove it together. */
export function repairedFields(texts: readonly string[]): ReadonlyMap<string, string> {
  const found = texts.filter((text) => SUSPECT.test(text)).map((text) => [text, repairedRuns(text)] as const);
  const characters = found.reduce((sum, [, repaired]) => sum + repaired.characters, 0);
  return new Map(characters < MIN_CHARACTERS ? [] : found.map(([text, repaired]) => [text, repaired.text] as const));
}

function repairedRuns(text: string): Repaired {
  let repaired: Repaired = { text, characters: 0 };
  for (let times = 0; times < MAX_TIMES && SUSPECT.test(repaired.text); times++) {
    const once = repairedOnce(repaired.text);
    if (once.characters === 0 || (times === 0 && once.characters < MIN_CHARACTERS)) {
      return times === 0 ? once : repaired;
    }
    repaired = once;
  }
  return repaired;
}

function repairedOnce(text: string): Repaired {
  let characters = 0;
  const lines = text.split('\n').map((line) => {
    if (!SUSPECT.test(line)) return line;
    const runs = line.match(RUNS) ?? [];
    const repaired = runs.map(utf8Of);
    if (repaired.includes(undefined)) return line;
    characters += runs.length;
    let at = 0;
    return line.replace(RUNS, (run) => repaired[at++] ?? run);
  });
  return { text: lines.join('\n'), characters };
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function utf8Of(run: string): string | undefined {
  const bytes = [...run].map((char) => BYTES.get(char));
  if (bytes.includes(undefined)) return undefined;
  try {
    return decoder.decode(Uint8Array.from(bytes, (byte) => byte ?? 0));
  } catch {
    return undefined;
  }
}
