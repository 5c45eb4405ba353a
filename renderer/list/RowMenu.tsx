import { useStore } from 'zustand';
import { drawThenFocus, focusPane } from '../commands/focus.ts';
import { historyCommands } from '../commands/mark-commands.ts';
import { commands } from '../commands/table.ts';
import { CommandItems } from '../parts/CommandItems.tsx';
import { OpenMenu } from '../parts/OpenMenu.tsx';
import { useStores, useTexts } from '../state/context.ts';
import { rowId } from './Row.tsx';

const ROW_COMMANDS = commands.filter(({ onRows }) => onRows);

/** The menu of a row, if it is open: everything that can be done with the row, or with the chosen ones it is among. */
export function RowMenu() {
  const stores = useStores();
  const { chosen } = stores;
  const t = useTexts();
  const { pointed, menu, closeMenu } = useStore(chosen);
  if (pointed === undefined || menu === undefined) return null;
  const close = () => drawThenFocus(closeMenu, () => focusPane('list'));
  return (
    <OpenMenu label={t('choice.menu')} at={() => anchorOf(pointed, menu)} onClose={close}>
      <CommandItems
        commands={[...ROW_COMMANDS, ...historyCommands.filter(({ named }) => named?.(stores))]}
        onPick={(command) => {
          close();
          chosen.getState().at(pointed, () => command.run(stores));
        }}
      />
    </OpenMenu>
  );
}

function anchorOf(id: string, menu: 'row' | { readonly x: number; readonly y: number }) {
  const row = document.getElementById(rowId(id));
  const at = menu === 'row' ? undefined : menu;
  return (at === undefined ? row : undefined) ?? { getBoundingClientRect: () => new DOMRect(at?.x ?? 0, at?.y ?? 0) };
}
