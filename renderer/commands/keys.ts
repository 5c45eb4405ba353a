/** The parts of a keyboard event that decide which command it runs. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** AltGr, which Windows also reports as Ctrl+Alt; it only types a character. */
  readonly altGraph: boolean;
}

interface Combo {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** Reads "Mod+Shift+K": Mod is Command on a Mac and Ctrl elsewhere; the last part is a KeyboardEvent.key. */
function parseKeys(text: string): Combo {
  const parts = text.split('+');
  // "Mod++" means the plus key.
  const key = text.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  return { key, mod: parts.includes('Mod'), shift: parts.includes('Shift'), alt: parts.includes('Alt') };
}

const isLetter = (key: string) => /^\p{L}$/u.test(key);
/** Whether Shift matters: punctuation needs it on some layouts only, so it counts for letters and named keys. */
const usesShift = (key: string) => isLetter(key) || key.length > 1 || key === ' ';

/** True when a key press is this key combination. */
export function matches(pressed: KeyPress, keys: string, mac: boolean): boolean {
  const { key, mod, shift, alt } = parseKeys(keys);
  if (pressed.key.toLowerCase() !== key.toLowerCase()) return false;
  if (usesShift(key) && pressed.shiftKey !== shift) return false;
  if (pressed.altGraph) return !mod && !alt && !usesShift(key);
  if (pressed.altKey !== alt) return false;
  const [modKey, otherKey] = mac ? [pressed.metaKey, pressed.ctrlKey] : [pressed.ctrlKey, pressed.metaKey];
  return modKey === mod && !otherKey;
}

/** The notation of a key press; undefined for a modifier alone, and for what only types a character with Alt. */
export function keysFrom(pressed: KeyPress, mac: boolean): string | undefined {
  const { key, shiftKey, altKey, altGraph } = pressed;
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Unidentified'].includes(key)) return undefined;
  if (altKey && !altGraph) return undefined;
  const [mod, other] = mac ? [pressed.metaKey, pressed.ctrlKey] : [pressed.ctrlKey, pressed.metaKey];
  if (other && !altGraph) return undefined;
  const name = isLetter(key) ? key.toUpperCase() : key;
  return [...(mod && !altGraph ? ['Mod'] : []), ...(shiftKey && usesShift(key) ? ['Shift'] : []), name].join('+');
}

const SYMBOLS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
  Backspace: '⌫',
};
const WORDS = {
  de: {
    mod: 'Strg',
    shift: 'Umschalt',
    ' ': 'Leertaste',
    Home: 'Pos 1',
    End: 'Ende',
    PageUp: 'Bild ↑',
    PageDown: 'Bild ↓',
    Delete: 'Entf',
    ContextMenu: 'Menü',
  },
  en: {
    mod: 'Ctrl',
    shift: 'Shift',
    ' ': 'Space',
    Home: 'Home',
    End: 'End',
    PageUp: 'Page ↑',
    PageDown: 'Page ↓',
    Delete: 'Del',
    ContextMenu: 'Menu',
  },
} as const;

/** The names of the keys as printed on the keyboard, one entry a key. */
export function keyNames(keys: string, mac: boolean, language: 'de' | 'en'): string[] {
  const { key, mod, shift, alt } = parseKeys(keys);
  const words: Readonly<Record<string, string>> = WORDS[language];
  const name = SYMBOLS[key] ?? words[key] ?? key.toUpperCase();
  return [
    ...(mod ? [mac ? '⌘' : WORDS[language].mod] : []),
    ...(alt ? [mac ? '⌥' : 'Alt'] : []),
    ...(shift ? [mac ? '⇧' : WORDS[language].shift] : []),
    name,
  ];
}

/** The same keys in the notation of aria-keyshortcuts (WAI-ARIA 1.2). */
export const ariaKeys = (keys: string, mac: boolean): string =>
  keys
    .replace('Mod+', mac ? 'Meta+' : 'Control+')
    .replace(/ $/, 'Space')
    .replace(/\+$/, 'Plus');
