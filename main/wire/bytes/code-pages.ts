import { utf7 } from './utf7.ts';

/** The characters from 0x80 on. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

interface Decoder {
  decode(bytes: Uint8Array): string;
}

const decoder = (letters: string): Decoder => ({
  decode: (bytes) =>
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\x80-\xff]/g, (char) => letters[char.charCodeAt(0) - 0x80] ?? char),
});

export const cp850 = decoder(CP850);

/** Encodings that Western mail and archives declare and TextDecoder does not know, by IANA name. */
const PAGES: ReadonlyMap<string, Decoder> = new Map([
  ['ibm850', cp850],
  ['ibm00858', decoder(CP850.replace('ı', '€'))],
  ['ibm437', decoder(CP437)],
  ['utf-7', utf7],
]);

/** Labels of the IANA register and of mailers (`cp850`, `850`, `csPC850Multilingual`, `mac-roman`) that are not WHATWG labels. */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^(?:(?:ibm|cp|pc|dos|oem)?[-_]?850|cspc850multilingual)$/, 'ibm850'],
  [/^(?:(?:ibm|cp|pc|dos|oem|ccsid)?[-_]?0*858|pc-multilingual-850\+euro)$/, 'ibm00858'],
  [/^(?:(?:ibm|cp|pc|dos|oem)?[-_]?437|cspc8codepage437)$/, 'ibm437'],
  [/^(?:x-)?mac[-_]?(?:os[-_]?)?roman$|^apple[-_]?roman$/, 'macintosh'],
  [/^(?:(?:x-)?unicode-[12]-[01]-|cs)?utf-?7$/, 'utf-7'],
  // Microsoft's numbers of East Asian pages.
  [/^(?:cp|ms|windows)[-_]?932$/, 'shift_jis'],
  [/^(?:cp|ms|windows)[-_]?936$/, 'gbk'],
  [/^(?:cp|ms|windows)[-_]?949$/, 'euc-kr'],
  [/^(?:cp|ms|windows)[-_]?950$/, 'big5'],
];

/** The name by which {@link codePage} or TextDecoder knows a label of another standard. */
export function otherName(label: string): string | undefined {
  const lower = label.trim().toLowerCase();
  return ALIASES.find(([pattern]) => pattern.test(lower))?.[1];
}

/** The decoder of a DOS code page or UTF-7; undefined for other encodings. */
export const codePage = (name: string): Decoder | undefined => PAGES.get(name);
