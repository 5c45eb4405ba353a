import type { administration as german } from '../de/administration.ts';

/** Diagnostics, and what administrators fix, in English. */
export const administration: Readonly<Record<keyof typeof german, string>> = {
  'settings.locked': 'Fixed by your administrator',
  'command.copyDiagnostics': 'Copy diagnostics',
  'toast.diagnosticsCopied': 'The diagnostics are on the clipboard. They contain no text of any dispatch.',
};
