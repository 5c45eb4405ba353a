import { Ellipsis } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';

export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
}

/** The menu of an entry: a button that appears over the entry, and the arrow keys through the items. */
export function EntryMenu({ label, items }: { readonly label: string; readonly items: readonly MenuItem[] }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const onKey = (event: KeyboardEvent<HTMLDetailsElement>) => {
    const { key, currentTarget } = event;
    const buttons = [...currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    if (!currentTarget.open) return;
    if (key === 'Escape') {
      currentTarget.removeAttribute('open');
      currentTarget.querySelector('summary')?.focus();
    } else if (!event.altKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
      const next = key === 'ArrowDown' ? at + 1 : Math.max(at, 0) - 1;
      buttons.at(next % buttons.length)?.focus();
    } else return;
    event.preventDefault();
    // The arrow keys would otherwise move through the lists.
    event.stopPropagation();
  };
  return (
    <details
      ref={menu}
      className="menu"
      onKeyDown={onKey}
      // At the end of a long sidebar it would open out of view.
      onToggle={({ currentTarget }) => currentTarget.lastElementChild?.scrollIntoView({ block: 'nearest' })}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.removeAttribute('open');
      }}
    >
      <summary aria-label={label}>
        <Ellipsis aria-hidden="true" size={15} />
      </summary>
      <div className="menu-items">
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            onClick={() => {
              menu.current?.removeAttribute('open');
              item.run();
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
    </details>
  );
}
