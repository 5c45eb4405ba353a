import { decodePart } from '../../bytes/decode.ts';
import type { Attachment } from '../../story/reading.ts';

/** MS-OXTNEF §2.1.3.1: the signature of a stream, and the attributes that are read. */
const SIGNATURE = 0x223e9f78;
const ATTRIBUTE = { body: 0x0002800c, title: 0x00018010, data: 0x0006800f, start: 0x00069002 } as const;
const HEAD_BYTES = 9;
/** More attributes than any mail has. */
const MAX_ATTRIBUTES = 2_000;

/** What Outlook packs into `winmail.dat`: the text, where it stands there as text, and the attachments. */
interface TnefContents {
  readonly text?: string;
  readonly attachments: readonly Attachment[];
}

/** Reads TNEF (MS-OXTNEF); undefined for other bytes. A stream that is cut gives what stands before the cut. */
export function readTnef(bytes: Uint8Array): TnefContents | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.length < 6 || file.readUInt32LE(0) !== SIGNATURE) return undefined;
  let text: string | undefined;
  const attachments: { name: string; bytes?: Uint8Array }[] = [];
  for (let at = 6, count = 0; at + HEAD_BYTES <= file.length && count < MAX_ATTRIBUTES; count += 1) {
    const id = file.readUInt32LE(at + 1);
    const length = file.readUInt32LE(at + 5);
    const value = file.subarray(at + HEAD_BYTES, at + HEAD_BYTES + length);
    // Behind the value stands a checksum of two bytes.
    at += HEAD_BYTES + length + 2;
    const last = attachments.at(-1);
    if (id === ATTRIBUTE.body) text = textOf(value);
    else if (id === ATTRIBUTE.start) attachments.push({ name: 'winmail.dat' });
    else if (id === ATTRIBUTE.title && last) last.name = textOf(value) || last.name;
    else if (id === ATTRIBUTE.data && last) last.bytes = value;
  }
  return { ...(text ? { text } : {}), attachments };
}

const textOf = (value: Uint8Array): string => decodePart(value).replaceAll('\0', '').trim();
