/** The 17 subjects of the IPTC Subject Reference System and of Media Topics (cv.iptc.org/newscodes/mediatopic). */
const names: Readonly<Record<string, string>> = {
  '01': 'arts, culture, entertainment and media',
  '02': 'crime, law and justice',
  '03': 'disaster, accident and emergency incident',
  '04': 'economy, business and finance',
  '05': 'education',
  '06': 'environment',
  '07': 'health',
  '08': 'human interest',
  '09': 'labour',
  '10': 'lifestyle and leisure',
  '11': 'politics',
  '12': 'religion',
  '13': 'science and technology',
  '14': 'society',
  '15': 'sport',
  '16': 'conflict, war and peace',
  '17': 'weather',
};

/** The subject an 8-digit code falls under, with or without a prefix (`subj:04011002`); undefined for other codes. */
export function subjectName(code: string | undefined): string | undefined {
  const digits = /^(?:[\w-]+:)?(\d{2})\d{6}$/.exec(code ?? '')?.[1];
  return digits ? names[digits] : undefined;
}

const desks: Readonly<Record<string, string>> = {
  pl: 'Politik',
  wi: 'Wirtschaft',
  ku: 'Kultur',
  sp: 'Sport',
  vm: 'Vermischtes',
  rs: 'Redaktion',
};

/** The Ressort of a dpa category mnemonic; other words stay as they are, single letters name nothing a reader knows. */
export const deskName = (name: string | undefined): string | undefined =>
  name === undefined || name.length < 2 ? undefined : (desks[name.toLowerCase()] ?? name);
