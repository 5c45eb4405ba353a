import type { MessageKey } from '../i18n/translate.ts';
import type { Reader } from '../state/reader.ts';
import { appCommands } from './app-commands.ts';
import { articleCommands } from './article-commands.ts';
import { listCommands } from './list-commands.ts';
import { markCommands } from './mark-commands.ts';
import { moveCommands } from './move-commands.ts';

export type Group = 'move' | 'mark' | 'article' | 'lists' | 'app';

/** One thing the reader can do, however it is asked for: by key, palette, button or the host's menu. */
export interface Command {
  /** Also the name by which a menu of the host asks for it. */
  readonly id: string;
  readonly title: MessageKey;
  readonly group: Group;
  /** In the notation of `parseKeys`; the first is the one that is shown beside buttons. */
  readonly keys: readonly string[];
  /** Keys that work while a field is being typed in, too. */
  readonly inFields?: boolean;
  /** Done again and again while its key is held. */
  readonly repeats?: boolean;
  /** Absent: always. */
  readonly when?: (reader: Reader) => boolean;
  readonly run: (reader: Reader) => void;
}

/** Every command there is. Keyboard, help sheet, palette and the host's menu read this one table. */
export const commands: readonly Command[] = [
  ...moveCommands,
  ...markCommands,
  ...articleCommands,
  ...listCommands,
  ...appCommands,
];

export const available = (command: Command, reader: Reader): boolean => command.when?.(reader) ?? true;

/** Runs a command by its name, if there is one and it applies now. */
export function runCommand(reader: Reader, id: string): void {
  const command = commands.find((candidate) => candidate.id === id);
  if (command && available(command, reader)) command.run(reader);
}
