import type { diagnostics as german } from '../de/diagnostics.ts';

/** The diagnostics for somebody who helps, in English. */
export const diagnostics: Readonly<Record<keyof typeof german, string>> = {
  'command.copyDiagnostics': 'Copy diagnostics',
  'toast.diagnosticsCopied': 'The diagnostics are on the clipboard. They contain no text of any dispatch.',
};
