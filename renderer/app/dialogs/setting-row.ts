import type { Settings } from '../../../preload/contract/contract.ts';
import type { MessageKey } from '../../i18n/translate.ts';

/** One setting as a page of settings shows it: its texts, its values, and the change that choosing one makes. */
export type SettingRow = ChoiceRow | ZoneRow | SliderRow | ToggleRow;

interface Row {
  readonly key: keyof Settings;
  readonly label: MessageKey;
}

interface ChoiceRow extends Row {
  readonly kind: 'choice';
  readonly options: readonly (readonly [value: string, label: MessageKey])[];
  value(settings: Settings): string;
  change(value: string): Partial<Settings>;
}

/** A choice among the time zones this machine knows, and the system's. */
interface ZoneRow extends Row {
  readonly kind: 'zone';
  value(settings: Settings): string;
  change(value: string): Partial<Settings>;
}

interface SliderRow extends Row {
  readonly kind: 'slider';
  readonly range: readonly [from: number, to: number, step?: number];
  /** The text of a value; it gets `count`. */
  readonly unit: MessageKey;
  value(settings: Settings): number;
  change(value: number): Partial<Settings>;
}

interface ToggleRow extends Row {
  readonly kind: 'toggle';
  value(settings: Settings): boolean;
  change(value: boolean): Partial<Settings>;
}

/** The names of the settings whose values are of a type. */
type Of<T> = { [K in keyof Settings]-?: Settings[K] extends T ? K : never }[keyof Settings];

function changeOf<K extends keyof Settings>(key: K, value: Settings[K]): Partial<Settings> {
  const change: Partial<Settings> = {};
  change[key] = value;
  return change;
}

/** A setting with a few named values. */
export function choice<K extends Of<string>>(
  key: K,
  label: MessageKey,
  options: Readonly<Record<Settings[K], MessageKey>>,
): ChoiceRow {
  const isValue = (value: string): value is Settings[K] => Object.hasOwn(options, value);
  return {
    kind: 'choice',
    key,
    label,
    options: Object.entries<MessageKey>(options),
    value: (settings) => settings[key],
    change: (value) => (isValue(value) ? changeOf(key, value) : {}),
  };
}

/** A setting that is a time zone. */
export function zone(key: 'displayZone', label: MessageKey): ZoneRow {
  return { kind: 'zone', key, label, value: (settings) => settings[key], change: (value) => changeOf(key, value) };
}

/** A setting that is a whole number of a range. */
export function slider(key: Of<number>, label: MessageKey, range: SliderRow['range'], unit: MessageKey): SliderRow {
  return {
    kind: 'slider',
    key,
    label,
    range,
    unit,
    value: (settings) => settings[key],
    change: (value) => changeOf(key, value),
  };
}

/** A setting that is on or off. */
export function toggle(key: Of<boolean>, label: MessageKey): ToggleRow {
  return { kind: 'toggle', key, label, value: (settings) => settings[key], change: (value) => changeOf(key, value) };
}
