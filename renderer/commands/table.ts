import type { Reader } from '../state/reader.ts';
import { appCommands } from './app-commands.ts';
import { articleCommands } from './article-commands.ts';
import { available, type Command } from './command.ts';
import { listCommands } from './list-commands.ts';
import { markCommands } from './mark-commands.ts';
import { moveCommands } from './move-commands.ts';

/** Every command there is. Keyboard, help sheet, palette and the host's menu read this one table. */
export const commands: readonly Command[] = [
  ...moveCommands,
  ...markCommands,
  ...articleCommands,
  ...listCommands,
  ...appCommands,
];

/** Runs a command by its name, if there is one and it applies now. */
export function runCommand(reader: Reader, id: string): void {
  const command = commands.find((candidate) => candidate.id === id);
  if (command && available(command, reader)) command.run(reader);
}
