import type { LucideIcon } from 'lucide-react';
import { available } from '../commands/command.ts';
import { ariaKeys, keyNames } from '../commands/keys.ts';
import { keysOf } from '../commands/shortcuts.ts';
import { commands } from '../commands/table.ts';
import { isMac } from '../commands/use-keyboard.ts';
import { IconButton } from '../common/IconButton.tsx';
import { useLanguage, useShortcuts, useStores, useTexts } from '../state/context.ts';

interface Props {
  readonly id: string;
  readonly icon: LucideIcon;
  /** For a toggle: the icon is filled while it is on. */
  readonly pressed?: boolean;
  /** Stands beside the icon where there is room. */
  readonly word?: string;
  /** Its word needs less room than others'. */
  readonly main?: boolean;
}

/** A button that runs a command, with its title and shortcut. */
export function CommandButton({ id, icon, pressed, word, main }: Props) {
  const stores = useStores();
  const t = useTexts();
  const language = useLanguage();
  const shortcuts = useShortcuts();
  const command = commands.find((candidate) => candidate.id === id);
  if (!command) throw new Error(`There is no command ${id}`);
  const [keys] = keysOf(command, shortcuts);
  return (
    <IconButton
      icon={icon}
      {...(word !== undefined && { word })}
      {...(main && { main })}
      label={t(command.title)}
      {...(keys !== undefined && {
        hint: keyNames(keys, isMac(), language).join(' + '),
        ariaKeys: ariaKeys(keys, isMac()),
      })}
      {...(pressed !== undefined && { pressed, fills: true })}
      onClick={() => available(command, stores) && command.run(stores)}
    />
  );
}
