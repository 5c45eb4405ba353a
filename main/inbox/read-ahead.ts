import { close, open, read } from 'node:fs';
import { join } from 'node:path';

/** Bytes. Nearly every dispatch is smaller. */
const MOST = 64 * 1024;
/** Blocks of 512 bytes, as the system counts what it had to fetch from the disk: a file of one page has eight. */
const BLOCKS_A_FILE = 8;
/** Of so many files the system has the others in its memory, and reading those twice would cost more than it spares. */
const FEW = 1 / 2;
/** What is read here is for the system to remember; nobody looks at it. */
const discarded = Buffer.allocUnsafeSlow(MOST);

/** Node has four threads for files; the one that is left syncs what was marked. */
const AT_A_TIME = 3;

/**
 * Has files read that are wanted soon, three at a time and beside the parsing of others, so that their bytes are in the system's
 * memory by then: a file that comes from the disk takes longer to read than to parse. Does nothing as long as the disk need
 * not be asked (getrusage(2), ru_inblock), for then this would only be more work.
 */
export class ReadAhead {
  private readonly root: string;
  private blocks = 0;
  private readonly waiting: string[] = [];
  private underWay = 0;

  /** `root` is the wire folder. */
  constructor(root: string) {
    this.root = root;
  }

  /** These files are wanted soon; paths are below the wire folder. */
  wanted(paths: readonly string[]): void {
    const before = this.blocks;
    this.blocks = process.resourceUsage().fsRead;
    if (this.blocks - before < paths.length * BLOCKS_A_FILE * FEW) return;
    // What is left of those before is being read in earnest by now.
    this.waiting.splice(0, Number.POSITIVE_INFINITY, ...paths);
    while (this.underWay < AT_A_TIME && this.waiting.length > 0) this.warmNext();
  }

  private warmNext(): void {
    const path = this.waiting.shift();
    if (path === undefined) return;
    this.underWay += 1;
    warm(join(this.root, path), () => {
      this.underWay -= 1;
      this.warmNext();
    });
  }
}

/** Whoever reads the file in earnest tells what is wrong with it. */
function warm(path: string, done: () => void): void {
  open(path, (missing, file) => {
    if (missing) done();
    else read(file, discarded, 0, MOST, 0, () => close(file, done));
  });
}
