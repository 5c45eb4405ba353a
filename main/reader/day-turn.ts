/** Milliseconds. A timer until midnight would come late on a machine that slept meanwhile. */
const LOOK_EVERY = 20_000;

/** Tells that another day has begun in the system's zone: what lists and searches call today is another from then on. */
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
