import type { Settings } from '../../preload/contract/contract.ts';
import type { Command } from './command.ts';

type Shortcuts = Settings['shortcuts'];

/** The keys of a command: the user's own, or else those it comes with. */
export const keysOf = ({ id, keys }: Pick<Command, 'id' | 'keys'>, shortcuts: Shortcuts): readonly string[] =>
  shortcuts?.[id] ?? keys;

/** Other commands that have this key where the command may be run. */
export const conflictsOf = (
  command: Command,
  key: string,
  commands: readonly Command[],
  shortcuts: Shortcuts,
): readonly Command[] =>
  commands.filter(
    (other) => other.id !== command.id && has(keysOf(other, shortcuts), key) && meet(command, other, key),
  );

const has = (keys: readonly string[], key: string): boolean => keys.some((one) => isSameKey(one, key));

/** Whether both may apply at once: not in different panes, and not where both come with the key, which then is for the first. */
function meet(one: Command, other: Command, key: string): boolean {
  if (has(one.keys, key) && has(other.keys, key)) return false;
  const { places } = other;
  return one.places === undefined || places === undefined || one.places.some((place) => places.includes(place));
}

const isSameKey = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Gives a key to a command and takes it from all others. */
export function withKey(command: Command, key: string, commands: readonly Command[], shortcuts: Shortcuts): Shortcuts {
  const taken = conflictsOf(command, key, commands, shortcuts).map((other) => [
    other.id,
    keysOf(other, shortcuts).filter((one) => !isSameKey(one, key)),
  ]);
  return { ...shortcuts, ...Object.fromEntries(taken), [command.id]: [key] };
}

/** Gives a command the keys back that it comes with. Those it shares with others now run whichever comes first. */
export const withoutOwn = ({ id }: Command, shortcuts: Shortcuts): Shortcuts =>
  Object.fromEntries(Object.entries(shortcuts ?? {}).filter(([other]) => other !== id));
