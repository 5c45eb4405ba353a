import { z } from 'zod';
import { DEFAULT_SETTINGS, Retention, Settings } from '../../preload/contract/contract.ts';
import { MAX_FOLDERS, WireFolder } from '../../preload/contract/folders.ts';

/** The name of a policy and what it does, for administrators. */
interface Texts {
  readonly title: string;
  readonly text: string;
}

/** What an administrator can fix for everybody who uses a machine. */
export interface Policy {
  readonly key: string;
  /** Checks a value, and says what kind of value it is. */
  readonly schema: z.ZodType;
  /** The value without a policy; absent where it depends on the system. */
  readonly standard?: string | number | boolean;
  readonly en: Texts;
  readonly de: Texts;
}

type Fixable = 'language' | 'theme' | 'textSize' | 'markRead' | 'notify' | 'displayZone';

/** A policy over a setting: schema and default are the setting's own. */
const setting = (key: Fixable, en: Texts, de: Texts): Policy => ({
  key,
  schema: Settings.shape[key],
  standard: DEFAULT_SETTINGS[key],
  en,
  de,
});

const Folder = z.string().min(1).max(4_096);
const { days, dispatches } = Retention.shape;

const PolicyFolder = WireFolder.omit({ key: true, paused: true }).partial({ name: true });
export const PolicyFolders = z.array(PolicyFolder).min(1).max(MAX_FOLDERS);
export type PolicyFolder = z.infer<typeof PolicyFolder>;

/**
 * Every policy: the one declaration that the hosts, the ADMX and plist templates and docs/administration.md are made from. A name
 * is in files of administrators: it is never changed.
 */
export const policies: readonly Policy[] = [
  {
    key: 'dataFolder',
    schema: Folder,
    en: {
      title: 'Data folder',
      text: 'Where the library, settings and log of each user are. Must be absolute and different for each user: {user} and {home} stand for the name and the home folder. Not on a network drive.',
    },
    de: {
      title: 'Datenordner',
      text: 'Wo Bibliothek, Einstellungen und Protokoll jedes Benutzers liegen. Absolut und für jeden ein anderer: {user} und {home} stehen für Namen und persönlichen Ordner. Nicht auf einem Netzlaufwerk.',
    },
  },
  {
    key: 'wireFolder',
    schema: Folder,
    en: {
      title: 'Wire folder',
      text: 'The watched folder, absolute; several users may share one. It is only read. {user} and {home} stand for the name and the home folder of the user.',
    },
    de: {
      title: 'Meldungsordner',
      text: 'Der überwachte Ordner, absolut; mehrere Benutzer können sich einen teilen. Er wird nur gelesen. {user} und {home} stehen für Namen und persönlichen Ordner des Benutzers.',
    },
  },
  {
    key: 'invitation',
    schema: Folder,
    en: {
      title: 'Invitation to share',
      text: 'A file with an invitation of the newsroom’s server (depesche server add-desk), absolute. A library that is not shared yet joins with it; each works once. {user} and {home} stand for the name and the home folder of the user, who must be the only one to read it.',
    },
    de: {
      title: 'Einladung zum Teilen',
      text: 'Eine Datei mit einer Einladung des Servers der Redaktion (depesche server add-desk), absolut. Eine Bibliothek, die noch nicht geteilt wird, tritt damit bei; jede gilt einmal. {user} und {home} stehen für Namen und persönlichen Ordner des Benutzers, der sie als Einziger lesen darf.',
    },
  },
  {
    key: 'wireFolders',
    schema: PolicyFolders,
    en: {
      title: 'Wire folders',
      text: 'Several watched folders instead of one, as a JSON list: [{"path": "/srv/dpa", "name": "dpa", "source": "dpa", "zone": "Europe/Berlin", "rights": "…", "encoding": "iso-8859-15"}]. All but path may be missing; they fill what a dispatch itself lacks. The first folder gets the files that users hand over.',
    },
    de: {
      title: 'Meldungsordner (mehrere)',
      text: 'Mehrere überwachte Ordner statt eines, als JSON-Liste: [{"path": "/srv/dpa", "name": "dpa", "source": "dpa", "zone": "Europe/Berlin", "rights": "…", "encoding": "iso-8859-15"}]. Alles außer path kann fehlen; es ergänzt, was eine Meldung selbst nicht nennt. Der erste Ordner bekommt Dateien, die Benutzer übergeben.',
    },
  },
  {
    key: 'updates',
    schema: z.boolean(),
    standard: true,
    en: {
      title: 'Look for updates',
      text: 'Off: nobody can look for updates from within Depesche. On: the user can, if the package has an address for them.',
    },
    de: {
      title: 'Nach Updates suchen',
      text: 'Aus: In Depesche kann niemand nach Updates suchen. Ein: Der Benutzer kann es, wenn das Paket eine Adresse dafür hat.',
    },
  },
  {
    key: 'retentionDays',
    schema: days.unwrap(),
    en: {
      title: 'Keep for days',
      text: 'Older dispatches are removed from the library, unless bookmarked, tagged or annotated.',
    },
    de: {
      title: 'Aufbewahrung in Tagen',
      text: 'Ältere Meldungen werden aus der Bibliothek entfernt, außer mit Lesezeichen, Schlagwort oder Notiz.',
    },
  },
  {
    key: 'retentionDispatches',
    schema: dispatches.unwrap(),
    en: {
      title: 'Keep this many dispatches',
      text: 'The oldest beyond this number are removed, with the same exceptions.',
    },
    de: {
      title: 'Höchstzahl der Meldungen',
      text: 'Die ältesten darüber hinaus werden entfernt, mit denselben Ausnahmen.',
    },
  },
  setting(
    'language',
    { title: 'Language', text: 'Language of menus and texts.' },
    { title: 'Sprache', text: 'Sprache der Menüs und Texte.' },
  ),
  setting(
    'theme',
    { title: 'Appearance', text: 'Light, dark, or as the system has it.' },
    { title: 'Erscheinungsbild', text: 'Hell, dunkel oder wie das System.' },
  ),
  setting(
    'textSize',
    { title: 'Text size', text: 'Size of the text in pixels.' },
    { title: 'Textgröße', text: 'Größe des Textes in Pixeln.' },
  ),
  setting(
    'markRead',
    { title: 'Mark as read', text: 'At once when a dispatch is opened, after a moment, or only by the user.' },
    { title: 'Als gelesen markieren', text: 'Sofort beim Öffnen, nach kurzer Zeit oder nur von Hand.' },
  ),
  setting(
    'notify',
    { title: 'Notifications', text: 'For no, for urgent or for all new dispatches.' },
    { title: 'Mitteilungen', text: 'Bei keinen, bei eiligen oder bei allen neuen Meldungen.' },
  ),
  setting(
    'displayZone',
    { title: 'Time zone', text: 'The zone that times are shown in (IANA, such as Europe/Berlin), or system.' },
    { title: 'Zeitzone', text: 'Die Zone, in der Zeiten stehen (IANA, etwa Europe/Berlin), oder system.' },
  ),
];
