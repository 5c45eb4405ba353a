/** Milliseconds. A timer set for midnight would fire late on a machine that was asleep meanwhile. */
const LOOK_EVERY = 20_000;

/** Reports that a new day has begun in the system's zone: "today" in lists and searches has changed. */
export class DayTurn {
  private readonly timer: NodeJS.Timeout;
  private day = dayNow();

  constructor(turned: () => void) {
    this.timer = setInterval(() => {
      const day = dayNow();
      if (day === this.day) return;
      this.day = day;
      turned();
    }, LOOK_EVERY);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

const dayNow = (): string => new Date().toDateString();
