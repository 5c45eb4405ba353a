import { writeClipboard } from '../common/clipboard.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';

async function copyDiagnostics({ ask, toasts }: Stores): Promise<void> {
  const diagnostics = await ask('diagnostics.get', {});
  if (!diagnostics) return;
  const done = await writeClipboard(JSON.stringify(diagnostics, null, 2));
  toasts.getState().show(done ? { key: 'toast.diagnosticsCopied' } : { key: 'article.copyFailed', tone: 'error' });
}

/** What somebody who helps has to know. */
export const diagnosticsCommands: readonly Command[] = [
  {
    id: 'copyDiagnostics',
    title: 'command.copyDiagnostics',
    group: 'app',
    keys: [],
    run: (stores) => void copyDiagnostics(stores),
  },
];
