import { describe, expect, test } from 'vitest';
import { AGENCIES } from '../../../../main/wire/agencies/agencies.ts';
import { agencyName, agencyOf, agencyZone, namesOfAgency } from '../../../../main/wire/agencies/agency.ts';

describe('the table of agencies', () => {
  test('every name, alias and domain leads to exactly one agency', () => {
    const owners = new Map<string, string[]>();
    for (const agency of AGENCIES) {
      for (const name of namesOfAgency(agency)) owners.set(name, [...(owners.get(name) ?? []), agency.name]);
    }
    expect([...owners].filter(([, names]) => names.length > 1)).toEqual([]);
    for (const agency of AGENCIES) {
      for (const name of namesOfAgency(agency)) {
        expect([name, agencyName(name)]).toEqual([name, agency.name]);
        expect(agencyName(name.toUpperCase())).toBe(agency.name);
      }
      for (const domain of agency.domains ?? []) expect(agencyName(`www.${domain}`)).toBe(agency.name);
    }
  });

  test('every zone is one of the IANA, every language a BCP 47 tag', () => {
    for (const { zone, language } of AGENCIES) {
      if (zone) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
      if (language) expect(Intl.getCanonicalLocales(language)).toHaveLength(1);
    }
  });
});

test.each([
  ['dpa/lby', 'dpa'],
  ['dpa-infocom', 'dpa'],
  ['dpa-AFX Analyser', 'dpa-AFX'],
  ['über dts Nachrichtenagentur', 'dts-nachrichtenagentur.de'],
  ['feeds.reuters.com', 'Reuters'],
  ['The Associated Press', 'AP'],
  ['dpa Deutsche Presse-Agentur GmbH', 'dpa'],
  ['Deutsche Presse-Agentur (dpa)', 'dpa'],
  ['epd-Landesdienst', 'epd'],
  ['epd Landesdienst West', 'epd'],
  ['APA-OTS Originaltext-Service', 'OTS'],
  ['APA/AFP', 'APA'],
  ['APA/red', undefined],
  ['KEYSTONE / SDA', 'Keystone-SDA'],
  ['Keystone-SDA-ATS AG', 'Keystone-SDA'],
  ['© ANSA', 'ANSA'],
  ['(ANSA)', 'ANSA'],
  ['/ritzau/', 'Ritzau'],
  ['Copyright 2026 Agencia EFE, S.A.', 'EFE'],
  ['PTI News', 'PTI'],
  ['AP Photo', 'AP'],
  ['AFP / Anna Brook', 'AFP'],
  ['TT-Reuters', 'TT'],
  ['Polska Agencja Prasowa S.A.', 'PAP'],
  ['Агентство', undefined],
  ['共同通信', 'Kyodo'],
  ['www.news.cn', 'Xinhua'],
  ['MIA', 'MIA'],
  ['Mia', undefined],
  ['Sid', undefined],
  ['sid', 'SID'],
  ['Petra', 'Petra'],
  ['AP Hafen News', undefined],
  ['apotheke', undefined],
  ['AP Müller', undefined],
  ['example.com', undefined],
  ['', undefined],
])('%s is %s', (printed, name) => {
  expect(agencyOf(printed)?.name).toBe(name);
});

test('the zone is that of the first agency a name holds', () => {
  expect(agencyZone('AAP, Sydney')).toBe('Australia/Sydney');
  expect(agencyZone('AP, dpa')).toBe('Europe/Berlin');
  expect(agencyZone('INA')).toBe('Asia/Baghdad');
  expect(agencyZone('Rechte: mehr im Netz')).toBeUndefined();
  expect(agencyZone('Nordpresse')).toBeUndefined();
  expect(agencyZone(undefined)).toBeUndefined();
});
