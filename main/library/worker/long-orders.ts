import { reasonOf } from '../../errors.ts';
import type { Steps } from '../changes/marker.ts';

type Outcome = { readonly value: unknown } | { readonly error: string };

interface LongOrder {
  readonly steps: Steps<unknown>;
  readonly done: (outcome: Outcome) => void;
}

/** Orders that take their time, a step at a time and one after the other, so that others are heard between their steps. */
export class LongOrders {
  private readonly orders: LongOrder[] = [];
  private readonly failed: (error: unknown) => void;

  /** `failed` hears of what ended an order. */
  constructor(failed: (error: unknown) => void) {
    this.failed = failed;
  }

  /** `done` hears its answer. The first step is done at once: a short order is no longer than that. */
  add(steps: Steps<unknown>, done: LongOrder['done']): void {
    this.orders.push({ steps, done });
    if (this.orders.length === 1) this.step();
  }

  /** Does a step of the first one; false where there is none. */
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
