import type { LucideIcon } from 'lucide-react';
import type { Command } from '../commands/command.ts';
import { ButtonMenu } from '../parts/ButtonMenu.tsx';
import { CommandItems } from '../parts/CommandItems.tsx';
import { useStores } from '../state/context.ts';

interface Props {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly commands: readonly Command[];
}

/** A button with a menu of commands. */
export function MenuButton({ icon, label, commands }: Props) {
  const stores = useStores();
  return (
    <ButtonMenu icon={icon} label={label}>
      {(pick) => <CommandItems commands={commands} onPick={(command) => pick(() => command.run(stores))} />}
    </ButtonMenu>
  );
}
