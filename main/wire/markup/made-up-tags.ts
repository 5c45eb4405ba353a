const TAG = /<(?<end>\/?)(?<name>[a-z][a-z\d_-]{2,30})>/giu;

/**
 * Text without tags of a sender's own that were escaped into it (`800<endash>-</endash>1000`): those that both begin and end
 * in it. A thin space beside a space goes with them.
 */
export function withoutMadeUpTags(text: string): string {
  if (!text.includes('</')) return text;
  const begun = new Set<string>();
  const ended = new Set<string>();
  for (const { groups } of text.matchAll(TAG)) (groups?.end ? ended : begun).add(groups?.name ?? '');
  const isMadeUp = (name: string) => begun.has(name) && ended.has(name) && !WELL_KNOWN.test(name);
  return text
    .replace(TAG, (tag, _end: string, name: string) => (isMadeUp(name) ? '' : tag))
    .replace(/[\u2000-\u200A] | [\u2000-\u200A]/gu, ' ');
}

/** HTML: a story may be about it. */
const WELL_KNOWN = /^(?:html|head|body|div|span|script|style|strong|table|title|iframe|blockquote|h[1-6])$/iu;
