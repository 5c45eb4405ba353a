import { flushSync } from 'react-dom';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';
import { isTyping } from './focus.ts';

/** Resolves when what a command acts on is known: the selected row, or also the article; undefined when it is now. */
export function settling({ list, article, shell }: Stores, command: Command): Promise<void> | undefined {
  const { group, needs = NEEDS[group] } = command;
  if (needs === undefined) return undefined;
  // A window of one dispatch never asks for a list.
  if (shell.getState().only === 'article') return article.getState().settling();
  return list.getState().settling() ?? (needs === 'article' ? article.getState().settling() : undefined);
}

const NEEDS: Readonly<Partial<Record<Command['group'], Command['needs']>>> = {
  move: 'list',
  mark: 'list',
  article: 'article',
};

/** Keys that were pressed before what they act on was known. They are pressed again, in their order, once it is. */
export interface HeldKeys {
  /** True while keys wait, and no key may overtake them. */
  readonly areWaiting: () => boolean;
  /** Keeps a key until `ready`. */
  hold(event: KeyboardEvent, ready: Promise<void> | undefined): void;
  /** Drops what waits. */
  clear(): void;
}

export function createHeldKeys(): HeldKeys {
  let held: KeyboardEvent[] = [];
  /** The key that is pressed again has to wait once more. */
  let again: Promise<void> | undefined;
  let isPressing = false;

  async function release(ready: Promise<void>): Promise<void> {
    await ready;
    for (let event = held[0]; event; event = held[0]) {
      // What has become known, and what the key before has opened, is drawn, so that the key finds it.
      flushSync(() => {});
      again = undefined;
      isPressing = true;
      pressAgain(event);
      isPressing = false;
      if (again) return release(again);
      held.shift();
    }
  }

  return {
    areWaiting: () => held.length > 0 && !isPressing,
    hold(event, ready) {
      if (isPressing) {
        again = ready;
        return;
      }
      held.push(event);
      if (held.length === 1 && ready) void release(ready);
    },
    clear() {
      held = [];
    },
  };
}

/** Sends a key to what has the focus now. */
function pressAgain(event: KeyboardEvent): void {
  const { key, code, repeat, ctrlKey, metaKey, altKey, shiftKey } = event;
  const modifierAltGraph = event.getModifierState('AltGraph');
  const target = document.activeElement ?? document.body;
  const copy = { key, code, repeat, ctrlKey, metaKey, altKey, shiftKey, modifierAltGraph };
  const isFree = target.dispatchEvent(new KeyboardEvent('keydown', { ...copy, bubbles: true, cancelable: true }));
  // Deprecated, but nothing else types as a key does. What is dispatched by a script types nothing.
  if (isFree && isTyping(target) && isPrintable(event)) document.execCommand('insertText', false, key);
}

/** True for a key that types a character. */
export const isPrintable = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.length === 1 && !ctrlKey && !metaKey && !altKey;
