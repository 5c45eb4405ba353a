/** A storage (with entries) or a stream (with bytes) to be written. */
export interface Part {
  readonly name: string;
  readonly entries?: readonly Part[];
  readonly bytes?: Uint8Array;
}

const SECTOR = 512;
const MINI = 64;
const CUTOFF = 4096;
const END = 0xfffffffe;
const FREE = 0xffffffff;

const padded = (bytes: Uint8Array, to: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((to - (bytes.length % to)) % to)]);

interface Written {
  readonly part: Part;
  readonly child: number;
  readonly next: number;
  readonly start: number;
}

/** The bytes of a compound file (MS-CFB, version 3) with these entries. Siblings are a list instead of a balanced tree. */
export function compoundFile(entries: readonly Part[]): Uint8Array {
  const sectors: Buffer[] = [];
  const table: number[] = [];
  const add = (bytes: Uint8Array): number => {
    const start = sectors.length;
    const whole = padded(bytes, SECTOR);
    for (let at = 0; at < whole.length; at += SECTOR) {
      sectors.push(whole.subarray(at, at + SECTOR));
      table.push(at + SECTOR < whole.length ? sectors.length : END);
    }
    return whole.length > 0 ? start : END;
  };
  const minis: Buffer[] = [];
  const miniTable: number[] = [];
  const addMini = (bytes: Uint8Array): number => {
    const start = miniTable.length;
    const whole = padded(bytes, MINI);
    for (let at = 0; at < whole.length; at += MINI)
      miniTable.push(at + MINI < whole.length ? miniTable.length + 1 : END);
    minis.push(whole);
    return whole.length > 0 ? start : END;
  };
  const written: Written[] = [{ part: { name: 'Root Entry', entries }, child: FREE, next: FREE, start: END }];
  const write = (parts: readonly Part[]): number => {
    let next = FREE;
    for (const part of [...parts].reverse()) {
      const child = part.entries ? write(part.entries) : FREE;
      const bytes = part.bytes ?? new Uint8Array();
      const start = part.entries ? 0 : bytes.length < CUTOFF ? addMini(bytes) : add(bytes);
      next = written.push({ part, child, next, start }) - 1;
    }
    return next;
  };
  const child = write(entries);
  const mini = Buffer.concat(minis);
  written[0] = { part: { name: 'Root Entry', entries, bytes: mini }, child, next: FREE, start: add(mini) };
  const directory = add(Buffer.concat(written.map((one, at) => directoryEntry(one, at === 0))));
  const miniStart = add(numbers(miniTable));
  const tableStart = sectors.length;
  const count = Math.ceil((table.length + 4) / (SECTOR / 4));
  for (let n = 0; n < count; n += 1) table.push(0xfffffffd);
  const tableBytes = padded(numbers(table), SECTOR).fill(0xff, table.length * 4);
  const header = Buffer.alloc(SECTOR);
  header.write('d0cf11e0a1b11ae1', 0, 'hex');
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    header.writeUInt16LE(value, at);
  for (const [at, value] of [
    [44, count],
    [48, directory],
    [56, CUTOFF],
    [60, miniStart],
    [64, 1],
    [68, END],
  ] as const)
    header.writeUInt32LE(value, at);
  for (let n = 0; n < 109; n += 1) header.writeUInt32LE(n < count ? tableStart + n : FREE, 76 + 4 * n);
  return Buffer.concat([header, ...sectors, tableBytes]);
}

function numbers(all: readonly number[]): Buffer {
  const bytes = Buffer.alloc(all.length * 4);
  for (const [at, value] of all.entries()) bytes.writeUInt32LE(value, at * 4);
  return bytes;
}

function directoryEntry({ part, child, next, start }: Written, isRoot: boolean): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(part.name, 0, 'utf16le');
  entry.writeUInt16LE(part.name.length * 2 + 2, 64);
  entry[66] = isRoot ? 5 : part.entries ? 1 : 2;
  entry[67] = 1;
  entry.writeUInt32LE(FREE, 68);
  entry.writeUInt32LE(next, 72);
  entry.writeUInt32LE(child, 76);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(part.bytes?.length ?? 0, 120);
  return entry;
}
