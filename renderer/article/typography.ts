import type { CSSProperties } from 'react';
import { DEFAULT_SETTINGS, type Settings } from '../../preload/contract/contract.ts';

const FAMILIES: Readonly<Record<Settings['textFont'], string>> = {
  serif: 'var(--font-serif)',
  sans: 'var(--font-sans)',
  legible: 'var(--font-legible)',
  system: 'var(--font-system)',
};

/** The attributes of an element of class `article` that set its text as the user wants it. */
export function typography({ textFont, textSize, lineHeight, measure, justify, hyphenate }: Settings) {
  const style: CSSProperties = {
    fontFamily: FAMILIES[textFont],
    fontSize: `${textSize}px`,
    lineHeight: lineHeight / 100,
    maxWidth: `calc(${measure}ch + 2 * var(--article-side))`,
  };
  return {
    style,
    ...(justify && { 'data-justified': '' }),
    ...(hyphenate && { 'data-hyphenated': '' }),
  };
}

/** Size of banners, notes and the lines around a text, in pixels: 13.5 at the default text size. */
export const interfaceSize = (textSize: number): number => 13.5 + (textSize - DEFAULT_SETTINGS.textSize) / 2.5;
