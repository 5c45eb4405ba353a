import type { Settings } from '../../preload/contract/contract.ts';
import type { Command } from './command.ts';

type Shortcuts = Settings['shortcuts'];

/** The keys of a command: the user's own, or else those it comes with. */
export const keysOf = ({ id, keys }: Pick<Command, 'id' | 'keys'>, shortcuts: Shortcuts): readonly string[] =>
  shortcuts?.[id] ?? keys;

/** Other commands with one of these keys. */
export const conflictsOf = (
  { id }: Command,
  key: string,
  commands: readonly Command[],
  shortcuts: Shortcuts,
): readonly Command[] =>
  commands.filter((other) => other.id !== id && keysOf(other, shortcuts).some((one) => isSameKey(one, key)));

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
