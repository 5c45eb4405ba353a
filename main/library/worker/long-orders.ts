import { reasonOf } from '../../errors.ts';
import type { Steps } from '../changes/marker.ts';

type Outcome = { readonly value: unknown } | { readonly error: string };

interface LongOrder {
  readonly steps: Steps<unknown>;
  readonly done: (outcome: Outcome) => void;
}

/** Runs long orders one after the other in steps, so that other orders are handled in between. */
export class LongOrders {
  private readonly orders: LongOrder[] = [];
  private readonly failed: (error: unknown) => void;

  /** `failed` is called with the error that ended an order. */
  constructor(failed: (error: unknown) => void) {
    this.failed = failed;
  }

  /** `done` gets the answer. The first step runs at once: for a short order it is the only one. */
  add(steps: Steps<unknown>, done: LongOrder['done']): void {
    this.orders.push({ steps, done });
    if (this.orders.length === 1) this.step();
  }

  /** Runs a step of the first order; false if there is none. */
  step(): boolean {
    const [order] = this.orders;
    if (!order) return false;
    try {
      const { done, value } = order.steps.next();
      if (done) this.end({ value });
    } catch (error) {
      this.failed(error);
      this.end({ error: reasonOf(error) });
    }
    return true;
  }

  private end(outcome: Outcome): void {
    this.orders.shift()?.done(outcome);
  }
}
