import { useState } from 'react';
import { useStore } from 'zustand';
import { useStores, useTexts } from '../../state/context.ts';
import { AlarmSettings } from './AlarmSettings.tsx';
import { backupSettings } from './backup-settings.ts';
import { DigestSettings } from './DigestSettings.tsx';
import { FolderSettings } from './FolderSettings.tsx';
import { appearanceSettings } from './general-settings.ts';
import { HighlightSettings } from './HighlightSettings.tsx';
import { Lockable } from './Lockable.tsx';
import { Modal } from './Modal.tsx';
import { ResetAll } from './ResetAll.tsx';
import { RetentionSetting } from './RetentionSetting.tsx';
import { readingSettings } from './reading-settings.ts';
import { Findable, Setting, SettingsSection } from './Setting.tsx';
import { SettingControl } from './SettingControl.tsx';
import { SharingSettings } from './SharingSettings.tsx';
import { ShortcutSettings } from './ShortcutSettings.tsx';
import { SettingsSearchContext } from './settings-search.ts';
import { TypographySettings } from './TypographySettings.tsx';

/** All settings on a page that can be searched, first for `search`; a change applies at once. */
export function SettingsDialog({ search = '' }: { readonly search?: string | undefined }) {
  const stores = useStores();
  const t = useTexts();
  const info = useStore(stores.settings, (state) => state.info);
  const [text, setText] = useState(search);
  const [onlyChanged, setOnlyChanged] = useState(false);
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return (
    <Modal title={t('settings.title')} className="dialog-page settings-page">
      <div className="settings-search">
        <input
          type="search"
          data-first
          aria-label={t('settings.search')}
          placeholder={t('settings.search')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <label>
          <input type="checkbox" checked={onlyChanged} onChange={({ target }) => setOnlyChanged(target.checked)} />{' '}
          {t('settings.onlyChanged')}
        </label>
      </div>
      <SettingsSearchContext value={{ words, onlyChanged }}>
        <SettingsSection title={t('settings.appearance')}>
          {appearanceSettings.map((row) => (
            <SettingControl key={row.key} row={row} />
          ))}
        </SettingsSection>
        <SettingsSection title={t('settings.reading')}>
          {readingSettings.map((row) => (
            <SettingControl key={row.key} row={row} />
          ))}
        </SettingsSection>
        <SettingsSection title={t('settings.typography')}>
          <TypographySettings />
        </SettingsSection>
        <SettingsSection title={t('settings.alarm')}>
          <AlarmSettings />
        </SettingsSection>
        <SettingsSection title={t('settings.highlights')}>
          <Setting name="highlights" label={t('settings.highlights.text')}>
            <HighlightSettings />
          </Setting>
        </SettingsSection>
        <SettingsSection title={t('digests.title')}>
          <Findable text={t('digests.explain')}>
            <DigestSettings />
          </Findable>
        </SettingsSection>
        <SettingsSection title={t('sharing.title')}>
          <Findable text={t('sharing.off')}>
            <SharingSettings />
          </Findable>
        </SettingsSection>
        <SettingsSection title={t('settings.folder')}>
          <Findable text={`${t('settings.wireFolder')} ${t('settings.dataFolder')}`}>
            <FolderSettings />
            {/* Only the remark: a fixed folder can still be opened. */}
            <Lockable name="wireFolder">{null}</Lockable>
            <Lockable name="dataFolder">
              <div className="setting">
                <span>{t('settings.dataFolder')}</span>
                <code className="path">{info?.dataFolder}</code>
              </div>
            </Lockable>
          </Findable>
          <Setting name="retention" label={t('settings.retention')}>
            <RetentionSetting />
          </Setting>
        </SettingsSection>
        <SettingsSection title={t('backup.title')}>
          {backupSettings.map((row) => (
            <SettingControl key={row.key} row={row} />
          ))}
        </SettingsSection>
        <SettingsSection title={t('shortcuts.title')}>
          <ShortcutSettings />
        </SettingsSection>
        <ResetAll />
        <p className="settings-none quiet">{t('settings.noneFound')}</p>
      </SettingsSearchContext>
    </Modal>
  );
}
