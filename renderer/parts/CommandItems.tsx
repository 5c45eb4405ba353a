import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { available, type Command, titleOf } from '../commands/command.ts';
import { keyNames } from '../commands/keys.ts';
import { keysOf } from '../commands/shortcuts.ts';
import { isMac } from '../commands/use-keyboard.ts';
import { useLanguage, useShortcuts, useStores, useTexts } from '../state/context.ts';

interface Props {
  /** Those that do not apply now are left out. Commands of another group are set apart by a line. */
  readonly commands: readonly Command[];
  readonly onPick: (command: Command) => void;
}

/** Commands as the items of a menu, with their keys. */
export function CommandItems({ commands, onPick }: Props) {
  const stores = useStores();
  const shown = commands.filter((command) => available(command, stores));
  return shown.map((command, index) => [
    index > 0 && shown[index - 1]?.group !== command.group && (
      <Menu.Separator key={`above ${command.id}`} className="menu-line" />
    ),
    <Item key={command.id} command={command} onPick={onPick} />,
  ]);
}

function Item({ command, onPick }: { readonly command: Command; readonly onPick: (command: Command) => void }) {
  const stores = useStores();
  const t = useTexts();
  const language = useLanguage();
  const shortcuts = useShortcuts();
  const text = (
    <>
      <span>{titleOf(command, stores, t)}</span>
      {keysOf(command, shortcuts)[0] !== undefined && (
        <span aria-hidden="true" className="menu-keys">
          {keyNames(keysOf(command, shortcuts)[0] ?? '', isMac(), language).join(' ')}
        </span>
      )}
    </>
  );
  const pick = () => onPick(command);
  if (!command.isOn)
    return (
      <Menu.Item className="menu-item" onClick={pick}>
        {text}
      </Menu.Item>
    );
  return (
    <Menu.CheckboxItem className="menu-item" checked={command.isOn(stores)} onClick={pick}>
      {text}
      <Menu.CheckboxItemIndicator className="menu-on">
        <Check aria-hidden="true" size={14} />
      </Menu.CheckboxItemIndicator>
    </Menu.CheckboxItem>
  );
}
