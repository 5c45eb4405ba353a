/** What a dispatch has for its source when neither text nor folder names one. The reader may translate it. */
export const UNKNOWN_SOURCE = 'unknown';
export const DTS = 'dts-nachrichtenagentur.de';

/** Agencies by the names they print, in the spelling the reader lists them under. */
const AGENCIES: readonly (readonly [RegExp, string])[] = [
  [/^dts\b|dts[ -](?:deutsche textservice|nachrichtenagentur)|dts-nachrichtenagentur/i, DTS],
  [/^dpa[-/ ]?afx\b/i, 'dpa-AFX'],
  [/^dpa(?:\/\w+|-\w+)?$/i, 'dpa'],
  [/^afp$/i, 'AFP'],
  [/^(?:ap|associated press|the associated press)$/i, 'AP'],
  [/^(?:reuters|rtr|thomson reuters)$/i, 'Reuters'],
  [/^(?:kna|epd|apa|ats|sda|ots|sid|ansa|efe|tass|aap|pa|ntb|anp|stt|tt|pti|ians|pap|mti|upi)$/i, ''],
  [/^ritzau(?:s bureau)?$/i, 'Ritzau'],
  [/^belga$/i, 'Belga'],
  [/^(?:pa media|press association|the press association)$/i, 'PA'],
  [/^(?:australian associated press)$/i, 'AAP'],
  [/^agence france[- ]presse$/i, 'AFP'],
  [/^keystone-sda$/i, 'Keystone-SDA'],
  [/^kyodo(?: news)?$/i, 'Kyodo'],
  [/^(?:xinhua|xinhua news agency|新华社)$/i, 'Xinhua'],
  [/^(?:agencia )efe$/i, 'EFE'],
  [/^(?:itar-)tass$/i, 'TASS'],
  [/^(?:č|c)tk$/i, 'ČTK'],
  [/^lusa$/i, 'Lusa'],
  [/^yonhap(?: news agency)?$/i, 'Yonhap'],
  [/^press trust of india$/i, 'PTI'],
  [/^bloomberg(?: news)?$/i, 'Bloomberg'],
  [/^pr ?newswire$/i, 'PR Newswire'],
  [/^business ?wire$/i, 'Business Wire'],
  [/^globe ?newswire$/i, 'GlobeNewswire'],
];

/** The one spelling of an agency's printed name; undefined for a name that is no known agency. */
export function agencyName(printed: string): string | undefined {
  const name = printed.trim();
  const row = AGENCIES.find(([pattern]) => pattern.test(name));
  if (!row) return undefined;
  if (row[1]) return row[1];
  return /^(?:kna|epd|apa|ats|sda|ots|sid)$/i.test(name) ? name.toLowerCase() : name.toUpperCase();
}

/** The first folder of a path below the wire folder: how a desk sorts what names no source itself. */
export function folderSource(path: string): string | undefined {
  const folders = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  const absolute = path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('..');
  return !absolute && folders.length > 1 ? folders[0] : undefined;
}

/** {@link folderSource} in the one spelling of an agency, where it is one's name. */
export function folderName(path: string): string | undefined {
  const folder = folderSource(path);
  return folder === undefined ? undefined : (agencyName(folder) ?? folder);
}
