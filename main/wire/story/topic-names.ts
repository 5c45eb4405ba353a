/**
 * The 17 top terms of the IPTC Media Topics (cv.iptc.org/newscodes/mediatopic) by their first two digits, which the Subject
 * Codes share.
 */
export const TOPIC_NAMES: Readonly<Record<string, string>> = {
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

/** Their German names, for German texts. */
export const GERMAN_TOPIC_NAMES: Readonly<Record<string, string>> = {
  '01': 'Kultur, Kunst, Unterhaltung und Medien',
  '02': 'Kriminalität, Recht und Justiz',
  '03': 'Katastrophen, Unfälle und Notfälle',
  '04': 'Wirtschaft und Finanzen',
  '05': 'Bildung',
  '06': 'Umwelt',
  '07': 'Gesundheit',
  '08': 'Menschliches',
  '09': 'Arbeit',
  '10': 'Lifestyle und Freizeit',
  '11': 'Politik',
  '12': 'Religion',
  '13': 'Wissenschaft und Technik',
  '14': 'Gesellschaft',
  '15': 'Sport',
  '16': 'Konflikte, Krieg und Frieden',
  '17': 'Wetter',
};
