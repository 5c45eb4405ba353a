import { Menu } from '@base-ui/react/menu';
import { Ellipsis } from 'lucide-react';
import { ButtonMenu } from '../parts/ButtonMenu.tsx';

interface Item {
  readonly label: string;
  readonly run: () => void;
}

/** The menu of an entry, behind a button that appears over the entry. */
export function EntryMenu({ label, items }: { readonly label: string; readonly items: readonly Item[] }) {
  return (
    <ButtonMenu icon={Ellipsis} label={label} className="entry-menu">
      {(pick) =>
        items.map((item) => (
          <Menu.Item key={item.label} className="menu-item" onClick={() => pick(item.run)}>
            {item.label}
          </Menu.Item>
        ))
      }
    </ButtonMenu>
  );
}
