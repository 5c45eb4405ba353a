/** Several changes at once are one round. */
const HURRY_MS = 200;

/** What rounds ask of those who want them. */
interface RoundsParts {
  /** A round; resolves with the milliseconds until the next, undefined for none. Must not reject. */
  readonly run: () => Promise<number | undefined>;
  /** No round is to be planned. */
  readonly isOver: () => boolean;
  /** What happened during a round may follow it soon, instead of when its answer says. */
  readonly mayHurry: () => boolean;
}

/** Rounds of the exchange, one after the other, each at the earliest time that was asked for. */
export class Rounds {
  private readonly parts: RoundsParts;
  private timer: NodeJS.Timeout | undefined;
  /** When the timer ends. */
  private due = 0;
  private current: Promise<void> | undefined;
  /** Something happened during the round that it may have missed. */
  private again = false;

  constructor(parts: RoundsParts) {
    this.parts = parts;
  }

  /** Plans a round, unless an earlier one is planned. During a round it is planned for soon after. */
  plan(milliseconds: number): void {
    if (this.parts.isOver()) return;
    if (this.current) {
      this.again = true;
      return;
    }
    const due = Date.now() + milliseconds;
    if (this.timer && this.due <= due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.current = this.parts.run().then((next) => this.ended(next));
    }, milliseconds);
  }

  /** Plans no more; resolves when the round under way has ended. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.current;
  }

  private ended(next: number | undefined): void {
    const soon = this.again && this.parts.mayHurry();
    this.current = undefined;
    this.again = false;
    if (next !== undefined) this.plan(soon ? Math.min(next, HURRY_MS) : next);
  }
}
