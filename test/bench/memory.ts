import { existsSync, readFileSync } from 'node:fs';

/** Megabytes: current and peak memory of the process according to the kernel; undefined except on Linux. */
export function memoryOf(pid: number): { now: number; peak: number } | undefined {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return undefined;
  const status = readFileSync(path, 'utf8');
  const value = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return { now: value('VmRSS'), peak: value('VmHWM') };
}

/** Bytes the process has passed to `write` so far; undefined except on Linux. */
export function writtenBy(pid: number): number | undefined {
  const path = `/proc/${pid}/io`;
  return existsSync(path) ? Number(/^wchar:\s+(\d+)/m.exec(readFileSync(path, 'utf8'))?.[1] ?? 0) : undefined;
}

/** Megabytes of a process by what they are for. */
export interface Parts {
  /** Node's own file and the system's libraries, as far as they are in memory. */
  readonly program: number;
  /** Other files that are mapped: SQLite's tables of its log. */
  readonly files: number;
  /** glibc's heap and arenas: SQLite's pages, buffers of FTS5 and zlib, bytes of files. */
  readonly malloc: number;
  /** V8's heaps, stacks, and what is too large for the heap of glibc. */
  readonly anonymous: number;
}

/** Where glibc's arenas begin, and how long one can get (malloc/arena.c, HEAP_MAX_SIZE). */
const ARENA = 64 * 1024 * 1024;
const MAPPING = /^([0-9a-f]+)-[0-9a-f]+ \S+ \S+ \S+ \S+ *(.*)$/;

/** The memory of a process by its mappings; undefined except on Linux. */
export function partsOf(pid: number): Parts | undefined {
  const path = `/proc/${pid}/smaps`;
  if (!existsSync(path)) return undefined;
  const parts = { program: 0, files: 0, malloc: 0, anonymous: 0 };
  let part: keyof Parts = 'anonymous';
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [, start = '', name = ''] = MAPPING.exec(line) ?? [];
    if (start !== '') part = partOf(Number.parseInt(start, 16), name);
    else if (line.startsWith('Rss:')) parts[part] += Number(/\d+/.exec(line)?.[0] ?? 0) / 1024;
  }
  return parts;
}

function partOf(start: number, name: string): keyof Parts {
  if (name === '[heap]' || (name === '' && start % ARENA === 0)) return 'malloc';
  if (!name.startsWith('/')) return 'anonymous';
  return /\/node$|\.so[.\d]*$/.test(name) ? 'program' : 'files';
}
