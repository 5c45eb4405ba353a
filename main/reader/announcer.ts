/** Least milliseconds between two announcements: windows that follow an import need not hear of every batch. */
const QUIET = 100;

/** Passes on that the library has changed: the first change at once, then at most ten times a second, and the last for sure. */
export class Announcer {
  private readonly tell: (generation: number) => void;
  private latest = 0;
  private told = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(tell: (generation: number) => void) {
    this.tell = tell;
  }

  changed(generation: number): void {
    this.latest = generation;
    if (this.timer) return;
    this.pass();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.told < this.latest) this.changed(this.latest);
    }, QUIET);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private pass(): void {
    this.told = this.latest;
    this.tell(this.latest);
  }
}
