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
