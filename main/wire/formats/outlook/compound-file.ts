/** A storage or stream of a compound file, by name. */
export interface Entry {
  readonly name: string;
  /** Of a storage. */
  readonly children: readonly Entry[];
  /** Of a stream; empty where its sectors are missing. */
  readonly bytes: Uint8Array;
}

const SIGNATURE = 'd0cf11e0a1b11ae1';
const ENTRY_BYTES = 128;
/** Sector numbers above stand for the end of a chain and the like (MS-CFB, 2.1). */
const MAX_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const STORAGE = 1;
const STREAM = 2;
/** Offsets of the header (MS-CFB, 2.2), and how many sectors of the table it lists itself. */
const AT = { shift: 30, miniShift: 32, directory: 48, cutoff: 56, miniTable: 60, more: 68, table: 76 } as const;
const LISTED = 109;

export const isCompoundFile = (bytes: Uint8Array): boolean =>
  bytes.length >= 512 && Buffer.from(bytes.subarray(0, 8)).toString('hex') === SIGNATURE;

/** The entries of a compound file (MS-CFB), as Outlook and older Office write them. Throws a RangeError where it is cut. */
export function readCompoundFile(bytes: Uint8Array): readonly Entry[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const size = 2 ** Math.min(file.readUInt16LE(AT.shift), 16);
  const miniSize = 2 ** Math.min(file.readUInt16LE(AT.miniShift), 16);
  const sector = (n: number): Buffer => file.subarray((n + 1) * size, (n + 2) * size);
  const table = numbers(Buffer.concat(tableSectors(file, size).map(sector)));
  const stream = (start: number): Buffer => Buffer.concat(chain(start, table).map(sector));
  const directory = stream(file.readUInt32LE(AT.directory));
  const miniTable = numbers(stream(file.readUInt32LE(AT.miniTable)));
  const mini = directory.length < ENTRY_BYTES ? Buffer.alloc(0) : stream(directory.readUInt32LE(116));
  const cutoff = file.readUInt32LE(AT.cutoff);
  // Streams may claim the same sectors; together they are no longer than the file.
  let left = bytes.length;
  const bytesOf = (start: number, length: number): Buffer => {
    if (length > left) return Buffer.alloc(0);
    left -= length;
    const isMini = length < cutoff;
    const found = isMini
      ? chain(start, miniTable, length / miniSize).map((n) => mini.subarray(n * miniSize, (n + 1) * miniSize))
      : chain(start, table, length / size).map(sector);
    return Buffer.concat(found).subarray(0, length);
  };
  return childrenOf(directory, 0, new Set(), bytesOf);
}

/** The sectors that hold the table of sectors: those of the header, then a chain of lists. */
function tableSectors(file: Buffer, size: number): number[] {
  const found = numbers(file.subarray(AT.table, AT.table + 4 * LISTED));
  const most = file.length / size;
  for (let next = file.readUInt32LE(AT.more); next < MAX_SECTOR && found.length < most + LISTED; ) {
    const list = numbers(file.subarray((next + 1) * size, (next + 2) * size));
    next = list.pop() ?? NO_ENTRY;
    found.push(...list);
  }
  return found.filter((n) => n < MAX_SECTOR && n < most);
}

function numbers(bytes: Buffer): number[] {
  const found: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) found.push(bytes.readUInt32LE(at));
  return found;
}

/** Sectors in their order, as many as are needed. A chain that leads back into itself ends there. */
function chain(start: number, table: readonly number[], most = table.length): number[] {
  const found = new Set<number>();
  for (let n = start; n < table.length && found.size < most && !found.has(n); n = table[n] ?? NO_ENTRY) found.add(n);
  return [...found];
}

/** The entries below a storage, which are a tree of siblings (MS-CFB, 2.6). Each entry once, whatever damaged numbers say. */
function childrenOf(
  directory: Buffer,
  storage: number,
  seen: Set<number>,
  bytesOf: (start: number, length: number) => Buffer,
): Entry[] {
  const at = storage * ENTRY_BYTES;
  const waiting = at + ENTRY_BYTES <= directory.length ? [directory.readUInt32LE(at + 76)] : [];
  const entries: Entry[] = [];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const from = id * ENTRY_BYTES;
    if (id >= MAX_SECTOR || from + ENTRY_BYTES > directory.length || seen.has(id)) continue;
    seen.add(id);
    waiting.push(directory.readUInt32LE(from + 68), directory.readUInt32LE(from + 72));
    const length = Math.min(directory.readUInt16LE(from + 64), 64);
    const name = directory.toString('utf16le', from, from + Math.max(0, length - 2));
    const type = directory[from + 66];
    entries.push({
      name,
      children: type === STORAGE ? childrenOf(directory, id, seen, bytesOf) : [],
      bytes:
        type === STREAM
          ? bytesOf(directory.readUInt32LE(from + 116), directory.readUInt32LE(from + 120))
          : Buffer.alloc(0),
    });
  }
  return entries;
}
