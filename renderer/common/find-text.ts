import { foldWithOffsets } from '../../preload/text/folded-text.ts';

/** Every place of `wanted` in a text, whatever its case and accents: UTF-16 offsets in order, none overlapping. */
export function findText(text: string, wanted: string): { readonly from: number; readonly to: number }[] {
  const { folded: pattern } = foldWithOffsets(wanted);
  if (pattern.trim() === '') return [];
  const { folded, offsets } = foldWithOffsets(text);
  const found: { from: number; to: number }[] = [];
  for (let at = folded.indexOf(pattern); at >= 0; at = folded.indexOf(pattern, at + pattern.length)) {
    found.push({ from: offsets[at] ?? 0, to: offsets[at + pattern.length] ?? text.length });
  }
  return found;
}
