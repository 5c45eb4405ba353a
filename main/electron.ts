import { app } from 'electron';
import { commandLineOf } from './cli/commands.ts';
import { startDesktop } from './desktop/start.ts';
import { runWithoutWindow } from './desktop/without-window.ts';

const commandLine = commandLineOf(process.argv, app.isPackaged);
// Neither is awaited: Electron says that it is ready only after this module has been evaluated.
if (commandLine === undefined) startDesktop();
else runWithoutWindow(async () => (await import('./cli/main.ts')).main(commandLine));
