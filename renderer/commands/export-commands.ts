import { Download } from 'lucide-react';
import { type ExportOfInput, type ExportOrderInput, MAX_RESTORED_CHARS } from '../../preload/contract/contract.ts';
import { hostQuery } from '../state/list-state.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';
import { printPage } from './print-page.ts';
import { target } from './target.ts';

const openDialog = ({ shell }: Stores, of: ExportOfInput): void => shell.getState().open({ name: 'export', of });

/** Commands that hand dispatches on as files. */
export const exportCommands: readonly Command[] = [
  {
    id: 'export',
    title: 'command.export',
    group: 'mark',
    keys: ['Mod+E'],
    icon: Download,
    onRows: true,
    when: (stores) => target(stores) !== undefined,
    run: (stores) => {
      const ids = target(stores)?.ids;
      if (ids) openDialog(stores, { ids: [...ids] });
    },
  },
  {
    id: 'exportList',
    title: 'command.exportList',
    group: 'lists',
    keys: [],
    when: ({ list }) => list.getState().total > 0,
    run: (stores) => openDialog(stores, { query: hostQuery({ ...stores.list.getState(), folds: false }) }),
  },
  {
    id: 'restoreExport',
    title: 'command.restoreExport',
    group: 'app',
    keys: [],
    run: chooseExport,
  },
  {
    id: 'agenda',
    title: 'command.agenda',
    group: 'lists',
    keys: [],
    run: ({ shell }) => shell.getState().open({ name: 'agenda' }),
  },
  {
    id: 'exportBookmarks',
    title: 'command.exportBookmarks',
    group: 'lists',
    keys: [],
    run: (stores) => openDialog(stores, { query: { list: 'bookmarks' } }),
  },
];

/** Asks for an exported JSON file, and takes it in. */
function chooseExport(stores: Stores): void {
  const field = document.createElement('input');
  field.type = 'file';
  field.accept = '.json,application/json';
  field.hidden = true;
  field.addEventListener('change', () => {
    const [file] = field.files ?? [];
    field.remove();
    if (file) void restoreExport(stores, file);
  });
  field.addEventListener('cancel', () => field.remove());
  // In the document while it is open: a field that nothing refers to may be gone before a file is chosen.
  document.body.append(field);
  field.click();
}

async function restoreExport({ ask, toasts }: Stores, file: File): Promise<void> {
  const { show } = toasts.getState();
  if (file.size > MAX_RESTORED_CHARS) return void show({ key: 'restore.tooLarge', tone: 'error' });
  const answer = await ask('export.restore', { content: await file.text() });
  if (answer?.refused) show({ key: 'restore.refused', values: { name: file.name }, tone: 'error' });
  else if (answer?.unreadable)
    show({
      key: 'restore.doneWithout',
      values: { count: answer.count, name: file.name, places: answer.unreadable.join(', ') },
      tone: 'error',
    });
  else if (answer) show({ key: 'restore.done', values: { count: answer.count } });
}

/** Exports as ordered: the host asks where to, else the browser downloads the file. A toast names what was left out. */
export async function exportFile(
  { ask, toasts, article, list, settings }: Stores,
  order: Omit<ExportOrderInput, 'zone'>,
): Promise<void> {
  const { displayZone } = settings.getState().settings;
  // Where it is the system's, it is that of the window: the host may be another computer.
  const zone = displayZone === 'system' ? Intl.DateTimeFormat().resolvedOptions().timeZone : displayZone;
  const answer = await ask('export.file', { ...order, zone });
  if (!answer || answer.saved === false) return;
  if (order.format === 'print') printPage(answer.content);
  else if (answer.saved === undefined) download(answer.name, answer.content, answer.type);
  const { count, name, left } = answer;
  toasts.getState().show({ key: left > 0 ? 'export.doneWithout' : 'export.done', values: { count, name, left } });
  list.getState().refresh();
  void article.getState().refresh();
}

function download(name: string, content: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
