import { useEffect } from 'react';
import type { Reader } from '../state/reader.ts';
import { wasClicked, watchClicks } from './clicked.ts';
import { available, type Command } from './command.ts';
import { isTyping, pressesItself } from './focus.ts';
import { matches, type Pressed } from './keys.ts';
import { commands } from './table.ts';

export const isMac = (): boolean => /mac/i.test(navigator.platform);

const pressed = (event: KeyboardEvent): Pressed => ({
  key: event.key,
  ctrlKey: event.ctrlKey,
  metaKey: event.metaKey,
  altKey: event.altKey,
  shiftKey: event.shiftKey,
  altGraph: event.getModifierState('AltGraph'),
});

/** Taking back what was typed, and selecting it. */
const OF_FIELDS: readonly string[] = ['undo', 'selectText'];

/** The command that a key press means here and now. */
export function commandFor(event: KeyboardEvent, reader: Reader): Command | undefined {
  const mac = isMac();
  const keys = pressed(event);
  const typing = isTyping(event.target);
  if (event.key === 'Enter' && pressesItself(event.target)) return undefined;
  if (event.key === ' ' && pressesItself(event.target) && !wasClicked(event.target)) return undefined;
  return commands.find((command) => {
    if (typing && !command.inFields) {
      // A field has its own of some combinations; the others mean the program.
      const combined = command.keys.some((key) => key.startsWith('Mod') && matches(keys, key, mac));
      if (!combined || OF_FIELDS.includes(command.id)) return false;
    }
    return command.keys.some((key) => matches(keys, key, mac)) && available(command, reader);
  });
}

/** Keys mean commands wherever the focus is, except in an open dialog, which has its own. */
export function useKeyboard(reader: Reader): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || reader.shell.getState().dialog) return;
      const command = commandFor(event, reader);
      if (!command) return;
      event.preventDefault();
      // A key that is held moves on and on; a bookmark would come and go.
      if (event.repeat && !command.repeats) return;
      command.run(reader, event.repeat);
    };
    const endWatch = watchClicks();
    window.addEventListener('keydown', onKeyDown);
    return () => {
      endWatch();
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [reader]);
}
