import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { message } from '../../preload/contract/messages.ts';
import { UserError } from '../errors.ts';
import { placeFile } from './place-file.ts';

const HIGHEST_NUMBER = 9_999;

/**
 * Copies a dropped file into the wire folder under its own name, or that name with a number when it is taken; never writes
 * over a file. Returns the name it got.
 */
export async function dropFile(folder: string, name: string, content: Uint8Array): Promise<string> {
  const safe = safeName(name);
  for (let number = 1; number <= HIGHEST_NUMBER; number++) {
    const free = number === 1 ? safe : numbered(safe, number);
    // Large content is not written once for every name that is taken.
    if (!existsSync(join(folder, free)) && (await placeFile(folder, free, content))) return free;
  }
  throw new UserError(message('wires.too-many-names', { name: safe }));
}

/**
 * Endings of wire files. A file of any other ending might be something that a system starts or opens by itself (.desktop, .lnk,
 * .bat, .url) and gets `.txt` after it.
 */
const WIRE_ENDINGS = new Set(
  (
    'anpa asc atom csv dts eml fax fip htm html iim ipt iptc json mail mbox md mime msg newsml newsmlg2 ninjs nitf pti rdf ' +
    'rss rtf sgm sgml text tst txt utx wir wire xhtml xml zczc'
  ).split(' '),
);
/** Text after the last full stop of a sentence is not a file ending. */
const ENDING = /\.([^.\s]+)$/;
/** Names that are devices on Windows, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;

/** A name without folders, control and format characters (a direction override would hide the ending), for every system. */
function safeName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '_')
    .replace(/^[.~\s]+|(?<![.~\s])[.~\s]+$/g, '');
  if (plain === '') return 'dispatch.txt';
  const ending = ENDING.exec(plain)?.[1];
  const isWire = ending === undefined || WIRE_ENDINGS.has(ending.toLowerCase());
  return shortened(`${DEVICE.test(plain) ? '_' : ''}${plain}${isWire ? '' : '.txt'}`);
}

/** Systems take names of 255 bytes, or UTF-16 units; a number may have to be added. */
const LONGEST = 240;

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST) return name;
  const ending = extname(name).slice(0, 20);
  let stem = name.slice(0, name.length - extname(name).length);
  while (Buffer.byteLength(stem + ending) > LONGEST) stem = Array.from(stem).slice(0, -1).join('');
  return stem + ending;
}

const numbered = (name: string, number: number): string => {
  const ending = extname(name);
  return `${name.slice(0, name.length - ending.length)} (${number})${ending}`;
};
