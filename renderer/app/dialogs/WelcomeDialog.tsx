import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { titleOf } from '../../commands/command.ts';
import { chooseFolder } from '../../commands/host-actions.ts';
import { keyNames } from '../../commands/keys.ts';
import { keysOf } from '../../commands/shortcuts.ts';
import { commands } from '../../commands/table.ts';
import { isMac } from '../../commands/use-keyboard.ts';
import { useLanguage, useShortcuts, useStores, useTexts } from '../../state/context.ts';
import { appearanceSettings } from './general-settings.ts';
import { Modal } from './Modal.tsx';
import { SettingControl } from './SettingControl.tsx';
import { typographySettings } from './typography-settings.ts';

/** The settings of the second screen: language, colours, typeface and size of the text. */
const LOOK = [
  ...appearanceSettings,
  ...typographySettings.filter(({ key }) => key === 'textFont' || key === 'textSize'),
];
/** The commands whose keys one needs first. */
const FIRST_KEYS = [
  'next',
  'previous',
  'readOn',
  'toggleBookmark',
  'toggleRead',
  'search',
  'openAlarm',
  'palette',
  'help',
];

/** The screens of the first start: the folder unless it is fixed, the look, the keys. They can be skipped and do not come again. */
export function WelcomeDialog() {
  const { settings, shell } = useStores();
  const t = useTexts();
  const isFolderFixed = useStore(settings, ({ info }) => info?.locked?.includes('wireFolder') === true);
  const screens = isFolderFixed ? [Look, Keys] : [Folder, Look, Keys];
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLDivElement>(null);
  const Screen = screens[at] ?? Keys;
  const isLast = at === screens.length - 1;
  const finish = () => {
    shell.getState().close();
    void settings.getState().change({ welcome: false });
  };
  const go = (to: number) => {
    setAt(to);
    // What is new is above the button that was pressed.
    heading.current?.focus();
  };
  return (
    <Modal title={t('welcome.title')} className="welcome" onClose={finish}>
      <div ref={heading} className="welcome-screen" tabIndex={-1} data-focus>
        <p className="quiet">{t('welcome.step', { step: at + 1, steps: screens.length })}</p>
        <Screen />
      </div>
      <div className="buttons">
        {!isLast && (
          <button type="button" className="button welcome-skip" onClick={finish}>
            {t('welcome.skip')}
          </button>
        )}
        {at > 0 && (
          <button type="button" className="button" onClick={() => go(at - 1)}>
            {t('welcome.back')}
          </button>
        )}
        <button type="button" data-first className="button-main" onClick={() => (isLast ? finish() : go(at + 1))}>
          {t(isLast ? 'welcome.done' : 'welcome.next')}
        </button>
      </div>
    </Modal>
  );
}

function Folder() {
  const stores = useStores();
  const t = useTexts();
  const folder = useStore(stores.settings, ({ info }) => info?.wireFolder);
  return (
    <>
      <h3>{t('welcome.folder')}</h3>
      <p>{t('welcome.folderText')}</p>
      <p className="welcome-folder">
        <code className="path">{folder}</code>
        <button type="button" className="button" onClick={() => void chooseFolder(stores)}>
          {t('folder.choose')}
        </button>
      </p>
      <p className="quiet">{t('welcome.samples')}</p>
    </>
  );
}

function Look() {
  const t = useTexts();
  return (
    <>
      <h3>{t('welcome.look')}</h3>
      {LOOK.map((row) => (
        <SettingControl key={row.key} row={row} />
      ))}
      <p className="quiet">{t('welcome.lookText')}</p>
    </>
  );
}

function Keys() {
  const stores = useStores();
  const t = useTexts();
  const language = useLanguage();
  const shortcuts = useShortcuts();
  const shown = FIRST_KEYS.flatMap((id) => commands.find((command) => command.id === id) ?? []);
  return (
    <>
      <h3>{t('welcome.keys')}</h3>
      <dl className="welcome-keys">
        {shown.map((command) => (
          <div key={command.id}>
            <dt>{titleOf(command, stores, t)}</dt>
            <dd>
              {keyNames(keysOf(command, shortcuts)[0] ?? '', isMac(), language).map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t('welcome.keysText')}</p>
    </>
  );
}
