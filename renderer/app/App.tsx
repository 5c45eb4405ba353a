import { useEffect } from 'react';
import type { View } from '../../preload/contract/view.ts';
import { AlarmStrip } from '../alarm/AlarmStrip.tsx';
import { useAlarmSignals } from '../alarm/use-alarm-signals.ts';
import { runFromMenu } from '../commands/table.ts';
import { useKeyboard } from '../commands/use-keyboard.ts';
import { Tooltips } from '../common/Tip.tsx';
import { StoresContext } from '../state/context.ts';
import type { Stores } from '../state/stores.ts';
import { Disconnected } from './Disconnected.tsx';
import { DropTarget } from './DropTarget.tsx';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { Notices } from './Notices.tsx';
import { OwnWindow } from './OwnWindow.tsx';
import { Panes } from './Panes.tsx';
import { Toasts } from './Toasts.tsx';
import { useDocument } from './use-document.ts';
import { useMenuHistory } from './use-menu-history.ts';
import { useRestoredFocus } from './use-restored-focus.ts';
import { useWelcome } from './use-welcome.ts';

/** The complete window. */
export function App({ stores, view }: { readonly stores: Stores; readonly view?: View | undefined }) {
  useEffect(() => stores.start((id) => runFromMenu(stores, id), view), [stores, view]);
  useKeyboard(stores);
  return (
    <StoresContext value={stores}>
      <Tooltips>{view ? <OwnWindow view={view} /> : <Window />}</Tooltips>
    </StoresContext>
  );
}

function Window() {
  useDocument();
  useMenuHistory();
  useAlarmSignals();
  useRestoredFocus();
  useWelcome();
  return (
    <DropTarget>
      <Disconnected />
      <Notices />
      <AlarmStrip />
      <Panes />
      <Dialogs />
      <Toasts within="window" />
    </DropTarget>
  );
}
