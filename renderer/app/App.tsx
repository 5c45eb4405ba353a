import { useEffect } from 'react';
import { runFromMenu } from '../commands/table.ts';
import { useKeyboard } from '../commands/use-keyboard.ts';
import { ReaderContext } from '../state/context.ts';
import type { Reader } from '../state/reader.ts';
import { Disconnected } from './Disconnected.tsx';
import { DropTarget } from './DropTarget.tsx';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { Notices } from './Notices.tsx';
import { Panes } from './Panes.tsx';
import { Toasts } from './Toasts.tsx';
import { useDocument } from './use-document.ts';
import { useRestoredFocus } from './use-restored-focus.ts';

/** The whole window. */
export function App({ reader }: { readonly reader: Reader }) {
  useEffect(() => reader.start((id) => runFromMenu(reader, id)), [reader]);
  useKeyboard(reader);
  return (
    <ReaderContext value={reader}>
      <Window />
    </ReaderContext>
  );
}

function Window() {
  useDocument();
  useRestoredFocus();
  return (
    <DropTarget>
      <Disconnected />
      <Notices />
      <Panes />
      <Dialogs />
      <Toasts within="window" />
    </DropTarget>
  );
}
