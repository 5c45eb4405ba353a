import { Fragment } from 'react';

/**
 * The characters that turn the direction of a text (Unicode Bidirectional Algorithm, UAX #9, 2.1–2.5), by the names Unicode gives
 * them. Marks (LRM, RLM, ALM) turn nothing and are not among them.
 */
const NAMES: Readonly<Record<string, readonly [abbreviation: string, name: string]>> = {
  '\u202a': ['LRE', 'left-to-right embedding'],
  '\u202b': ['RLE', 'right-to-left embedding'],
  '\u202c': ['PDF', 'pop directional formatting'],
  '\u202d': ['LRO', 'left-to-right override'],
  '\u202e': ['RLO', 'right-to-left override'],
  '\u2066': ['LRI', 'left-to-right isolate'],
  '\u2067': ['RLI', 'right-to-left isolate'],
  '\u2068': ['FSI', 'first strong isolate'],
  '\u2069': ['PDI', 'pop directional isolate'],
};
const CONTROL = /([\u202a-\u202e\u2066-\u2069])/;

/**
 * Text of a wire file. Characters that would turn its direction are shown as labels and have no effect: they could make
 * "txt.exe" look like "exe.txt" and change the meaning of a sentence.
 */
export function Shown({ text }: { readonly text: string }) {
  if (!CONTROL.test(text)) return text;
  return text.split(CONTROL).map((part, at) => {
    const [abbreviation, name] = NAMES[part] ?? [];
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text keep their order
    if (name === undefined) return <Fragment key={at}>{part}</Fragment>;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text keep their order
      <bdi key={at} role="img" className="turned" aria-label={name} title={name} data-label={abbreviation} />
    );
  });
}
