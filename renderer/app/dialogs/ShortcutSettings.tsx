import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Command } from '../../commands/command.ts';
import { keyNames, keysFrom } from '../../commands/keys.ts';
import { conflictsOf, keysOf, withKey, withoutOwn } from '../../commands/shortcuts.ts';
import { commands } from '../../commands/table.ts';
import { isMac, keyPress } from '../../commands/use-keyboard.ts';
import { IconButton } from '../../common/IconButton.tsx';
import { useLanguage, useShortcuts, useStores, useTexts } from '../../state/context.ts';
import { useIsFound } from './settings-search.ts';

/** Every command with its keys, which can be changed. */
export function ShortcutSettings() {
  const [editing, edit] = useState<string>();
  return (
    <ul className="shortcuts">
      {commands.map((command) => (
        <Shortcut
          key={command.id}
          command={command}
          isEditing={editing === command.id}
          edit={(on) => edit(on ? command.id : undefined)}
        />
      ))}
    </ul>
  );
}

interface Props {
  readonly command: Command;
  readonly isEditing: boolean;
  edit(on: boolean): void;
}

function Shortcut({ command, isEditing, edit }: Props) {
  const { settings } = useStores();
  const change = useStore(settings, (state) => state.change);
  const t = useTexts();
  const language = useLanguage();
  const shortcuts = useShortcuts();
  const [wanted, want] = useState<string>();
  const title = t(command.title);
  const keys = keysOf(command, shortcuts);
  const isChanged = shortcuts?.[command.id] !== undefined;
  const others = wanted === undefined ? [] : conflictsOf(command, wanted, commands, shortcuts);
  const finish = () => {
    want(undefined);
    edit(false);
  };
  const give = (key: string) => {
    void change({ shortcuts: withKey(command, key, commands, shortcuts) });
    finish();
  };
  const named = (key: string) => keyNames(key, isMac(), language).join(' + ');
  if (!useIsFound(title, isChanged)) return null;
  return (
    <li className="findable">
      <span>{title}</span>
      <span className="shortcut-keys">
        {isEditing ? (
          <input
            type="text"
            readOnly
            // biome-ignore lint/a11y/noAutofocus: the user has just pressed "change": the next key is the new one
            autoFocus
            aria-label={t('shortcuts.press', { name: title })}
            value={wanted === undefined ? t('shortcuts.pressKey') : named(wanted)}
            onKeyDown={(event) => {
              if (event.key === 'Tab') return;
              event.preventDefault();
              event.stopPropagation();
              if (event.key === 'Escape') return finish();
              const key = keysFrom(keyPress(event.nativeEvent), isMac());
              if (key === undefined) return;
              if (conflictsOf(command, key, commands, shortcuts).length > 0) want(key);
              else give(key);
            }}
          />
        ) : (
          keys.map((key) => <kbd key={key}>{named(key)}</kbd>)
        )}
        {!isEditing && (
          <button
            type="button"
            className="button"
            aria-label={t('shortcuts.changeOf', { name: title })}
            onClick={() => edit(true)}
          >
            {t('shortcuts.change')}
          </button>
        )}
        {isChanged && (
          <IconButton
            icon={RotateCcw}
            label={t('settings.reset', { name: title })}
            onClick={() => void change({ shortcuts: withoutOwn(command, shortcuts) })}
          />
        )}
      </span>
      {isEditing && wanted !== undefined && (
        <p role="alert" className="shortcut-conflict">
          {t('shortcuts.conflict', { others: others.map((other) => t(other.title)).join(', ') })}{' '}
          <button type="button" className="button" onClick={() => give(wanted)}>
            {t('shortcuts.take')}
          </button>{' '}
          <button type="button" className="button" onClick={finish}>
            {t('shortcuts.cancel')}
          </button>
        </p>
      )}
    </li>
  );
}
