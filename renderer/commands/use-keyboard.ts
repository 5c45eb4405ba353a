import { useEffect } from 'react';
import type { Stores } from '../state/stores.ts';
import { available, type Command } from './command.ts';
import { focusedPane, isMenuOpen, isTyping, pressesItself } from './focus.ts';
import { createHeldKeys, isPrintable, settling } from './held-keys.ts';
import { type KeyPress, matches } from './keys.ts';
import { wasFocusedByPointer, watchPointerFocus } from './pointer-focus.ts';
import { keysOf } from './shortcuts.ts';
import { commands } from './table.ts';

/** True on macOS, where Mod is the Command key. */
export const isMac = (): boolean => /mac/i.test(navigator.platform);

export const keyPress = (event: KeyboardEvent): KeyPress => ({
  key: event.key,
  ctrlKey: event.ctrlKey,
  metaKey: event.metaKey,
  altKey: event.altKey,
  shiftKey: event.shiftKey,
  altGraph: event.getModifierState('AltGraph'),
});

/** Commands whose keys a text field handles itself. */
const FIELD_COMMANDS: readonly string[] = ['undo', 'redo', 'selectText', 'chooseAll'];

/** The commands whose key this is here, whether or not they apply now; the first that applies is run. */
function commandsFor(event: KeyboardEvent, stores: Stores): readonly Command[] {
  const mac = isMac();
  const pressed = keyPress(event);
  const typing = isTyping(event.target);
  if (event.key === 'Enter' && pressesItself(event.target)) return [];
  if (event.key === ' ' && pressesItself(event.target) && !wasFocusedByPointer(event.target)) return [];
  const { shortcuts } = stores.settings.getState().settings;
  return commands.filter((command) => {
    const keys = keysOf(command, shortcuts);
    if (typing && !command.inFields) {
      // A field handles some combinations with Ctrl or Command itself; the others are commands.
      const combined = keys.some((key) => key.startsWith('Mod') && matches(pressed, key, mac));
      if (!combined || FIELD_COMMANDS.includes(command.id)) return false;
    }
    return keys.some((key) => matches(pressed, key, mac));
  });
}

/** Runs commands by their keys wherever the focus is, except in an open dialog, which has its own keys. */
export function useKeyboard(stores: Stores): void {
  useEffect(() => {
    const held = createHeldKeys();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || stores.shell.getState().dialog || isMenuOpen()) return;
      const candidates = commandsFor(event, stores);
      const here = candidates.filter(({ places }) => places?.includes(focusedPane()) ?? true);
      const ready = here.map((command) => settling(stores, command)).find((one) => one !== undefined);
      const mustQueue = held.areWaiting() && (candidates.length > 0 || (isPrintable(event) && !isTyping(event.target)));
      if (ready || mustQueue) {
        event.preventDefault();
        held.hold(event, ready);
        return;
      }
      const command = here.find((one) => available(one, stores));
      if (!command) return;
      event.preventDefault();
      // Held down, a key may move on; it must not toggle a bookmark on and off.
      if (event.repeat && !command.repeats) return;
      command.run(stores, event.repeat);
    };
    const endWatch = watchPointerFocus();
    window.addEventListener('keydown', onKeyDown);
    return () => {
      held.clear();
      endWatch();
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [stores]);
}
