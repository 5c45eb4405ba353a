import { useId } from 'react';
import { useStore } from 'zustand';
import type { MessageKey } from '../../i18n/translate.ts';
import { useStores, useTexts } from '../../state/context.ts';
import { Choice, Slider, Toggle } from './controls.tsx';
import { Setting } from './Setting.tsx';
import type { SettingRow } from './setting-row.ts';

/** The zones this machine knows, UTC first, each with the name to show. */
const zoneNames = (): [zone: string, name: string][] => [
  ['UTC', 'UTC'],
  ...Intl.supportedValuesOf('timeZone')
    .filter((name) => name !== 'UTC')
    .map((name): [string, string] => [name, name.replaceAll('_', ' ')]),
];

interface Props {
  readonly row: SettingRow;
  /** Why the setting has no effect on this machine; then it cannot be changed. */
  readonly idle?: MessageKey | undefined;
}

/** The control of one setting; a change applies at once. */
export function SettingControl({ row, idle }: Props) {
  const t = useTexts();
  const id = useId();
  return (
    <Setting name={row.key} label={t(row.label)}>
      {idle === undefined ? (
        <Control row={row} />
      ) : (
        <fieldset className="locked" disabled aria-describedby={id}>
          <Control row={row} />
          <p id={id} className="quiet">
            {t(idle)}
          </p>
        </fieldset>
      )}
    </Setting>
  );
}

function Control({ row }: { readonly row: SettingRow }) {
  const stores = useStores();
  const t = useTexts();
  const { settings, change } = useStore(stores.settings);
  const label = t(row.label);
  switch (row.kind) {
    case 'choice':
      return (
        <Choice
          label={label}
          value={row.value(settings)}
          options={row.options.map(([value, text]) => [value, t(text)] as const)}
          onChange={(value) => void change(row.change(value))}
        />
      );
    case 'zone':
      return (
        <Choice
          label={label}
          value={row.value(settings)}
          options={[['system', t('settings.zone.system')], ...zoneNames()]}
          onChange={(value) => void change(row.change(value))}
        />
      );
    case 'slider':
      return (
        <Slider
          label={label}
          value={row.value(settings)}
          range={row.range}
          text={t(row.unit, { count: row.value(settings) })}
          onChange={(value) => void change(row.change(value))}
        />
      );
    case 'toggle':
      return <Toggle label={label} value={row.value(settings)} onChange={(value) => void change(row.change(value))} />;
  }
}
