const GERMAN =
  /\b(?:der|die|das|und|ist|nicht|ein|eine|mit|von|dem|den|auf|für|sich|auch|nach|im|zu|werden|wurde|hat)\b/gi;
const ENGLISH = /\b(?:the|and|of|to|in|is|for|that|with|was|on|by|said|from|has|have|are|were|its|which)\b/gi;

/** `de` or `en` by the little words of a text, undefined where they do not tell. Looks at the first 1500 characters. */
export function guessLanguage(text: string): 'de' | 'en' | undefined {
  const head = text.slice(0, 1500);
  const german = head.match(GERMAN)?.length ?? 0;
  const english = head.match(ENGLISH)?.length ?? 0;
  if (german >= 2 && german > english * 2) return 'de';
  if (english >= 2 && english > german * 2) return 'en';
  return undefined;
}
