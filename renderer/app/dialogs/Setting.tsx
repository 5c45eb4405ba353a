import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { DEFAULT_SETTINGS, type Settings } from '../../../preload/contract/contract.ts';
import { IconButton } from '../../common/IconButton.tsx';
import { useStores, useTexts } from '../../state/context.ts';
import { Lockable } from './Lockable.tsx';
import { SectionTitle, useIsFound } from './settings-search.ts';

/** A setting that its page can find, and that goes back to its default. */
export function Setting(props: {
  readonly name: keyof Settings;
  readonly label: string;
  readonly children: ReactNode;
}) {
  const { name, label, children } = props;
  const { settings: store } = useStores();
  const t = useTexts();
  const value = useStore(store, ({ settings }) => settings[name]);
  const isChanged = differs(name, value);
  if (!useIsFound(label, isChanged)) return null;
  return (
    <div className="findable" data-changed={isChanged}>
      <Lockable name={name}>
        {children}
        {isChanged && DEFAULT_SETTINGS[name] !== undefined && (
          <IconButton
            icon={RotateCcw}
            label={t('settings.reset', { name: label })}
            onClick={() => void store.getState().change({ [name]: DEFAULT_SETTINGS[name] })}
          />
        )}
      </Lockable>
    </div>
  );
}

/** Something else of a page of settings that can be found by its text. */
export function Findable({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return useIsFound(text, false) ? <div className="findable">{children}</div> : null;
}

/** A section of settings; without anything found in it, it is not shown (settings.css). */
export function SettingsSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="settings-section">
      <h3>{title}</h3>
      <SectionTitle value={title}>{children}</SectionTitle>
    </section>
  );
}

/** Whether the user has changed a setting. */
const differs = (name: keyof Settings, value: unknown): boolean =>
  JSON.stringify(value) !== JSON.stringify(DEFAULT_SETTINGS[name]);
