/** Zones of languages and regions that lie in one zone, by BCP 47 tag in lower case. */
const ZONES: Readonly<Record<string, string>> = {
  cs: 'Europe/Prague',
  da: 'Europe/Copenhagen',
  de: 'Europe/Berlin',
  'de-at': 'Europe/Vienna',
  'de-ch': 'Europe/Zurich',
  el: 'Europe/Athens',
  'en-gb': 'Europe/London',
  'en-ie': 'Europe/Dublin',
  'en-in': 'Asia/Kolkata',
  'en-nz': 'Pacific/Auckland',
  'en-za': 'Africa/Johannesburg',
  es: 'Europe/Madrid',
  'es-ar': 'America/Argentina/Buenos_Aires',
  'es-co': 'America/Bogota',
  fi: 'Europe/Helsinki',
  fr: 'Europe/Paris',
  'fr-be': 'Europe/Brussels',
  'fr-ch': 'Europe/Zurich',
  he: 'Asia/Jerusalem',
  hu: 'Europe/Budapest',
  it: 'Europe/Rome',
  'it-ch': 'Europe/Zurich',
  ja: 'Asia/Tokyo',
  ko: 'Asia/Seoul',
  nb: 'Europe/Oslo',
  nl: 'Europe/Amsterdam',
  'nl-be': 'Europe/Brussels',
  nn: 'Europe/Oslo',
  no: 'Europe/Oslo',
  pl: 'Europe/Warsaw',
  pt: 'Europe/Lisbon',
  ro: 'Europe/Bucharest',
  sv: 'Europe/Stockholm',
  tr: 'Europe/Istanbul',
  zh: 'Asia/Shanghai',
};
/** Spoken in one of these regions, the language says nothing about the zone. */
const WIDE = /^(?:fr-ca|es-(?:mx|us|cl|pe|ve|419)|pt-br|zh-(?:tw|hk))$/;

/** The IANA zone in which a language is written, by its tag (`nl`, `de-AT`, `sv_SE`); undefined for English and the like. */
export function zoneOfLanguage(tag: string | undefined): string | undefined {
  const lower = tag?.trim().toLowerCase().replaceAll('_', '-') ?? '';
  return WIDE.test(lower) ? undefined : (ZONES[lower] ?? ZONES[lower.split('-', 1)[0] ?? '']);
}
