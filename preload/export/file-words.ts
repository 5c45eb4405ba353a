/** Letters and digits of a text as a part of a file's name, at most 60 characters: `hafen-sperrt-mole`; '' where it has none. */
export const fileWords = (text: string): string =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('-').slice(0, 60);
