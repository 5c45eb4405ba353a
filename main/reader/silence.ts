import type { Sidebar } from '../../preload/contract/contract.ts';
import type { Library } from '../library/library.ts';
import { regularly } from './regularly.ts';

const LOOK_EVERY_MS = 5 * 60_000;
/** Until then the files that came while the program was closed are being read. */
const FIRST_LOOK_MS = 30_000;

/** Knows which sources are silent against their habit; asks the library's thread every few minutes. */
export class SilenceWatch {
  private readonly library: Pick<Library, 'silence'>;
  private readonly changed: () => void;
  private silent: NonNullable<Sidebar['silent']> = [];
  /** Ends the looking. */
  readonly stop: () => void;

  /** `changed` is called when a source has fallen silent or has sent again. */
  constructor(library: Pick<Library, 'silence'>, changed: () => void) {
    this.library = library;
    this.changed = changed;
    this.stop = regularly(() => void this.look(), FIRST_LOOK_MS, LOOK_EVERY_MS);
  }

  get now(): NonNullable<Sidebar['silent']> {
    return this.silent;
  }

  async look(): Promise<void> {
    // After a failure the next look tries again; the library reports what is wrong with it.
    const silent = await this.library.silence().catch(() => this.silent);
    const isSame = JSON.stringify(silent) === JSON.stringify(this.silent);
    this.silent = silent;
    if (!isSame) this.changed();
  }
}
