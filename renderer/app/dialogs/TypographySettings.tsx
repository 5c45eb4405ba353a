import { useMemo } from 'react';
import { useStore } from 'zustand';
import { typography } from '../../article/typography.ts';
import { useLanguage, useStores, useTexts } from '../../state/context.ts';
import { canHyphenate } from './hyphenation.ts';
import { Findable } from './Setting.tsx';
import { SettingControl } from './SettingControl.tsx';
import { typographySettings } from './typography-settings.ts';

/** How text is set, with a sample that follows every change. */
export function TypographySettings() {
  const stores = useStores();
  const t = useTexts();
  const language = useLanguage();
  const settings = useStore(stores.settings, (state) => state.settings);
  const isHyphenated = useMemo(() => canHyphenate(language), [language]);
  return (
    <>
      {typographySettings.map((row) => (
        <SettingControl
          key={row.key}
          row={row}
          idle={row.key === 'hyphenate' && !isHyphenated ? 'settings.noPatterns' : undefined}
        />
      ))}
      <Findable text={t('settings.sample')}>
        <section className="text-sample" aria-label={t('settings.sample')}>
          <div className="article" lang={language} {...typography(settings)}>
            <p className="sample-headline">{t('settings.sample.headline')}</p>
            <div className="body">
              <p>{t('settings.sample.lead')}</p>
              <p>{t('settings.sample.text')}</p>
            </div>
          </div>
        </section>
      </Findable>
    </>
  );
}
