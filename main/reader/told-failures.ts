import { type Message, messageKey } from '../../preload/contract/messages.ts';

interface Parts {
  readonly notice: (notice: Message) => void;
  readonly over: (notice: Message) => void;
}

/** What has been said of work that fails again and again: once, until it fails for another reason or succeeds. */
export class ToldFailures {
  private readonly parts: Parts;
  private readonly told = new Map<string, Message>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Says that the work of this name has failed; undefined: that it has not. */
  tell(name: string, failure: Message | undefined): void {
    const before = this.told.get(name);
    if (before && failure && messageKey(before) === messageKey(failure)) return;
    if (before) this.parts.over(before);
    if (failure) this.parts.notice(failure);
    if (failure) this.told.set(name, failure);
    else this.told.delete(name);
  }
}
