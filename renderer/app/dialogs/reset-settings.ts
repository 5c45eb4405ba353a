import { DEFAULT_SETTINGS, type Settings } from '../../../preload/contract/contract.ts';

type Part = Partial<Settings>;

/** The defaults of what the page of settings changes, and no shortcuts of the user's own. */
const { panes: _, ...ON_PAGE } = DEFAULT_SETTINGS;
const RESET: Part = { ...ON_PAGE, shortcuts: {} };

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What brings all settings of the page and the shortcuts back to their defaults, and what takes that back; without what is
 * locked. Undefined if all are at their defaults.
 */
export function resetOf(settings: Settings, locked: readonly string[] = []): { change: Part; back: Part } | undefined {
  const now: Part = { ...settings, shortcuts: settings.shortcuts ?? {} };
  const differing = Object.entries(RESET).filter(
    ([name, value]) => !locked.includes(name) && !isSame(value, Object.entries(now).find(([key]) => key === name)?.[1]),
  );
  if (differing.length === 0) return undefined;
  const names = differing.map(([name]) => name);
  const back = Object.fromEntries(Object.entries(now).filter(([name]) => names.includes(name)));
  return { change: Object.fromEntries(differing), back };
}
