import { useStore } from 'zustand';
import { FolderButtons } from '../../parts/FolderButtons.tsx';
import { useStores, useTexts } from '../../state/context.ts';
import { AlarmSettings } from './AlarmSettings.tsx';
import { Choice } from './controls.tsx';
import { HighlightSettings } from './HighlightSettings.tsx';
import { Lockable } from './Lockable.tsx';
import { Modal } from './Modal.tsx';
import { RetentionSetting } from './RetentionSetting.tsx';
import { readingSettings } from './reading-settings.ts';
import { SettingControl } from './SettingControl.tsx';
import { SharingSettings } from './SharingSettings.tsx';
import { TypographySettings } from './TypographySettings.tsx';

/** All settings; a change applies at once. */
export function SettingsDialog() {
  const stores = useStores();
  const t = useTexts();
  const { settings, info, change } = useStore(stores.settings);
  return (
    <Modal title={t('settings.title')}>
      <h3>{t('settings.appearance')}</h3>
      <Lockable name="language">
        <Choice
          label={t('settings.language')}
          value={settings.language}
          options={[
            ['system', t('settings.language.system')],
            ['de', t('settings.language.de')],
            ['en', t('settings.language.en')],
          ]}
          onChange={(language) => void change({ language })}
        />
      </Lockable>
      <Lockable name="theme">
        <Choice
          label={t('settings.theme')}
          value={settings.theme}
          options={[
            ['system', t('settings.theme.system')],
            ['light', t('settings.theme.light')],
            ['dark', t('settings.theme.dark')],
          ]}
          onChange={(theme) => void change({ theme })}
        />
      </Lockable>
      <h3>{t('settings.reading')}</h3>
      <Lockable name="markRead">
        <Choice
          label={t('settings.markRead')}
          value={settings.markRead}
          options={[
            ['open', t('settings.markRead.open')],
            ['delay', t('settings.markRead.delay')],
            ['manual', t('settings.markRead.manual')],
          ]}
          onChange={(markRead) => void change({ markRead })}
        />
      </Lockable>
      {readingSettings.map((row) => (
        <SettingControl key={row.key} row={row} />
      ))}
      <AlarmSettings />
      <HighlightSettings />
      <h3>{t('settings.typography')}</h3>
      <TypographySettings />
      <SharingSettings />
      <h3>{t('settings.folder')}</h3>
      <Lockable name="wireFolder">
        <div className="setting">
          <span>{t('settings.wireFolder')}</span>
          <code className="path">{info?.wireFolder}</code>
        </div>
      </Lockable>
      <Lockable name="dataFolder">
        <div className="setting">
          <span>{t('settings.dataFolder')}</span>
          <code className="path">{info?.dataFolder}</code>
        </div>
      </Lockable>
      <Lockable name="retention">
        <RetentionSetting />
      </Lockable>
      <FolderButtons />
    </Modal>
  );
}
