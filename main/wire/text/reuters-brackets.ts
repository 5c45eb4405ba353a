/** The code Reuters gives an item, as its terminals link it: `[nL8N4AB0CD]`. */
const CODE = /\[n[A-Z][A-Za-z]*\d[A-Za-z\d]{4,10}\]/u;
const CODE_LINE = new RegExp(`^${CODE.source}$`, 'u');
const CODE_AT_END = new RegExp(String.raw`(?<!\s)\s+${CODE.source}\s*$`, 'u');
/** `[OIL/PRICES]`: the slug has a slash, which no headline in brackets has. */
const SLUG_LINE = /^\[(?<slug>[A-Z\d][A-Z\d -]*\/[A-Z\d /-]*)\]$/u;

/** The slug or the code of a line that is a Reuters bracket and nothing else; undefined for other lines. */
export function reutersBracket(line: string): { readonly slug?: string; readonly code?: string } | undefined {
  const bare = line.trim();
  if (!bare.startsWith('[')) return undefined;
  const slug = SLUG_LINE.exec(bare)?.groups?.slug;
  if (slug !== undefined) return { slug };
  return CODE_LINE.test(bare) ? { code: bare } : undefined;
}

/** A headline without the code at its end. */
export const withoutCode = (headline: string): string =>
  headline.endsWith(']') ? headline.replace(CODE_AT_END, '') : headline;
