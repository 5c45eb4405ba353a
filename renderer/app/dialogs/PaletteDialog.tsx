import { useId, useState } from 'react';
import { available, type Command, titleOf } from '../../commands/command.ts';
import { drawThenFocus } from '../../commands/focus.ts';
import { keyNames } from '../../commands/keys.ts';
import { commands } from '../../commands/table.ts';
import { isMac } from '../../commands/use-keyboard.ts';
import { useLanguage, useStores, useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';

/** The command palette: typing filters the commands, Enter runs the chosen one. */
export function PaletteDialog() {
  const stores = useStores();
  const t = useTexts();
  const language = useLanguage();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const named = new Map(commands.map((command) => [titleOf(command, stores, t), command] as const).reverse());
  const found = commands.filter((command) => {
    const title = titleOf(command, stores, t);
    const fits = words.every((word) => title.toLowerCase().includes(word));
    return fits && named.get(title) === command && command.id !== 'palette' && available(command, stores);
  });
  const chosen = Math.min(at, found.length - 1);
  const run = (command: Command | undefined) => {
    if (!command) return;
    // The dialog restores the focus as it closes: commands act on the pane that has it.
    drawThenFocus(stores.shell.getState().close, () => command.run(stores));
  };
  return (
    <Modal title={t('palette.title')} className="dialog-palette">
      <input
        type="text"
        data-first
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found[chosen] ? `${id}-${found[chosen].id}` : undefined}
        aria-label={t('palette.label')}
        placeholder={t('palette.label')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, chosen + 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(0, chosen - 1));
          else if (event.key === 'Enter') run(found[chosen]);
          else return;
          event.preventDefault();
        }}
      />
      <div role="listbox" id={id} aria-label={t('palette.title')} className="palette-list" tabIndex={-1}>
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys
          <div
            key={command.id}
            role="option"
            id={`${id}-${command.id}`}
            aria-selected={index === chosen}
            ref={(element) => {
              if (index === chosen) element?.scrollIntoView?.({ block: 'nearest' });
            }}
            onClick={() => run(command)}
          >
            <span>{titleOf(command, stores, t)}</span>
            {command.keys[0] !== undefined && (
              <span aria-hidden="true">
                {keyNames(command.keys[0], isMac(), language).map((name) => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </span>
            )}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="quiet">{t('palette.none')}</p>}
    </Modal>
  );
}
