import { homedir, userInfo } from 'node:os';
import { isAbsolute } from 'node:path';
import { Settings } from '../../preload/contract/contract.ts';
import { type PolicyFolder, PolicyFolders, policies } from './policies.ts';

/** What an administrator has fixed on this machine. */
export interface FixedByPolicy {
  readonly dataFolder?: string;
  readonly wireFolder?: string;
  /** File with an invitation to share. */
  readonly invitation?: string;
  readonly wireFolders?: readonly PolicyFolder[];
  /** False: updates must not be looked for. */
  readonly updates?: boolean;
  readonly settings: Partial<Settings>;
  /** The policies that could not be used: unknown, or with a wrong value. */
  readonly wrong: readonly string[];
}

export const NO_POLICY: FixedByPolicy = { settings: {}, wrong: [] };

/** The names of what is fixed, as the window knows them: settings, `wireFolder`, `dataFolder`, `updates`. */
export const lockedBy = ({ settings, wrong: _, wireFolders, ...rest }: FixedByPolicy): string[] => [
  ...Object.keys({ ...rest, ...(wireFolders && { wireFolder: true }) }),
  ...Object.keys(settings),
];

/** What the values of a policy mean: JSON, the registry's numbers and texts, or a property list. One wrong value spoils no other. */
export function policyOf(values: Readonly<Record<string, unknown>>, who = person()): FixedByPolicy {
  const wrong: string[] = [];
  const fixed = new Map<string, unknown>();
  for (const [key, value] of Object.entries(values)) {
    const schema = policies.find((policy) => policy.key === key)?.schema;
    const parsed = candidates(value)
      .map((one) => schema?.safeParse(one))
      .find((one) => one?.success);
    if (parsed?.success) fixed.set(key, parsed.data);
    else wrong.push(key);
  }
  const placed = (path: string) => path.replaceAll('{user}', who.user).replaceAll('{home}', who.home);
  const folders = () => {
    const given = PolicyFolders.safeParse(fixed.get('wireFolders')).data?.map((one) => ({
      ...one,
      path: placed(one.path),
    }));
    if (given?.every(({ path }) => isAbsolute(path))) return { wireFolders: given };
    if (given) wrong.push('wireFolders');
    return {};
  };
  const folder = (key: 'dataFolder' | 'wireFolder' | 'invitation') => {
    const value = fixed.get(key);
    if (typeof value !== 'string') return {};
    const path = placed(value);
    if (isAbsolute(path)) return { [key]: path };
    wrong.push(key);
    return {};
  };
  const [days, dispatches, updates] = [
    fixed.get('retentionDays'),
    fixed.get('retentionDispatches'),
    fixed.get('updates'),
  ];
  const isLimited = days !== undefined || dispatches !== undefined;
  return {
    ...folder('dataFolder'),
    ...folder('wireFolder'),
    ...folder('invitation'),
    ...folders(),
    ...(typeof updates === 'boolean' && { updates }),
    // Names that are no settings are dropped.
    settings: withoutAbsent(
      Settings.partial().parse({ ...Object.fromEntries(fixed), ...(isLimited && { retention: { days, dispatches } }) }),
    ),
    wrong,
  };
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const withoutAbsent = <T extends object>(values: T): Given<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;

/** A value, and what it may stand for: the registry and some tools know no booleans, and write numbers as text. */
function candidates(value: unknown): unknown[] {
  if (value === 0 || value === 1) return [value, value === 1];
  if (typeof value !== 'string') return [value];
  const spelled = { true: true, false: false, '1': true, '0': false }[value.toLowerCase()];
  if (/^\s*\[/.test(value)) return jsonIn(value);
  return [value, ...(/^\d{1,9}$/.test(value) ? [Number(value)] : []), ...(spelled === undefined ? [] : [spelled])];
}

/** A list, where a system only knows text. */
function jsonIn(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [text];
  }
}

const person = () => ({ user: userInfo().username, home: homedir() });
