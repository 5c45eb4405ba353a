import type { Stores } from '../state/stores.ts';
import { alarmCommands } from './alarm-commands.ts';
import { appCommands } from './app-commands.ts';
import { articleCommands } from './article-commands.ts';
import { choiceCommands } from './choice-commands.ts';
import { available, type Command } from './command.ts';
import { copyCommands } from './copy-commands.ts';
import { dayCommands } from './day-commands.ts';
import { diagnosticsCommands } from './diagnostics-commands.ts';
import { exportCommands } from './export-commands.ts';
import { fileCommands } from './file-commands.ts';
import { isTyping } from './focus.ts';
import { laterCommands } from './later-commands.ts';
import { layoutCommands } from './layout-commands.ts';
import { listCommands } from './list-commands.ts';
import { historyCommands, markCommands } from './mark-commands.ts';
import { moveCommands } from './move-commands.ts';
import { orderCommands } from './order-commands.ts';
import { paneCommands } from './pane-commands.ts';
import { ruleCommands } from './rule-commands.ts';
import { sharingCommands } from './sharing-commands.ts';
import { sidebarCommands } from './sidebar-commands.ts';
import { storyCommands } from './story-commands.ts';
import { textCommands } from './text-commands.ts';
import { upkeepCommands } from './upkeep-commands.ts';
import { columnCommands, densityCommands } from './view-commands.ts';
import { windowCommands } from './window-commands.ts';

/** All commands. Keyboard, help dialog, command palette and the host's menu use this one table. */
export const commands: readonly Command[] = [
  ...moveCommands,
  ...storyCommands,
  ...paneCommands,
  ...dayCommands,
  ...choiceCommands,
  ...orderCommands,
  ...densityCommands,
  ...columnCommands,
  ...layoutCommands,
  ...markCommands,
  ...historyCommands,
  ...laterCommands,
  ...sharingCommands,
  ...textCommands,
  ...alarmCommands,
  ...windowCommands,
  ...fileCommands,
  ...sidebarCommands,
  ...articleCommands,
  ...copyCommands,
  ...exportCommands,
  ...listCommands,
  ...ruleCommands,
  ...appCommands,
  ...diagnosticsCommands,
  ...upkeepCommands,
];

/**
 * Runs the command that a menu of the host names, if there is one and it applies now. An open dialog blocks all of them; Undo
 * and redo in a text field are about typing.
 */
export function runFromMenu(stores: Stores, id: string): void {
  if ((id === 'undo' || id === 'redo') && isTyping(document.activeElement)) {
    // Deprecated, but nothing else reaches a field's own history.
    document.execCommand(id);
    return;
  }
  if (!stores.shell.getState().dialog) runCommand(stores, id);
}

/** Runs the command of this id, if it exists and applies now. */
export function runCommand(stores: Stores, id: string): void {
  const command = commands.find((candidate) => candidate.id === id);
  if (command && available(command, stores)) command.run(stores);
}
