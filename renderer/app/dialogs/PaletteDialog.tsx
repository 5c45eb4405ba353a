import { available, titleOf } from '../../commands/command.ts';
import { drawThenFocus } from '../../commands/focus.ts';
import { keyNames } from '../../commands/keys.ts';
import { keysOf } from '../../commands/shortcuts.ts';
import { commands } from '../../commands/table.ts';
import { isMac } from '../../commands/use-keyboard.ts';
import { useLanguage, useShortcuts, useStores, useTexts } from '../../state/context.ts';
import { ChooseDialog } from './ChooseDialog.tsx';

/** The command palette. */
export function PaletteDialog() {
  const stores = useStores();
  const t = useTexts();
  const language = useLanguage();
  const shortcuts = useShortcuts();
  const named = new Map(commands.map((command) => [titleOf(command, stores, t), command] as const).reverse());
  const choices = [...named]
    .filter(([, command]) => command.id !== 'palette' && available(command, stores))
    .reverse()
    .map(([title, command]) => ({ title, command, keys: keysOf(command, shortcuts)[0] }))
    .map(({ title, command, keys }) => ({
      id: command.id,
      title,
      aside: keys !== undefined && (
        <span aria-hidden="true">
          {keyNames(keys, isMac(), language).map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}
        </span>
      ),
      // The dialog restores the focus as it closes: commands act on the pane that has it.
      run: () => drawThenFocus(stores.shell.getState().close, () => command.run(stores)),
    }));
  return <ChooseDialog title={t('palette.title')} label={t('palette.label')} choices={choices} />;
}
