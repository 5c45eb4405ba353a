import { BERLIN } from '../times/times.ts';
import type { Agency } from './agency-row.ts';

/** Services that carry what others write: press releases and announcements of companies. */
export const RELEASES: readonly Agency[] = [
  {
    name: 'OTS',
    letters: ['ots'],
    aliases: [
      'apa-ots',
      'news aktuell',
      'presseportal',
      'originaltext-service',
      'apa ots',
      'apa-ots originaltext-service',
      'ots-presseaussendung',
      'originaltextservice',
      'ots/news aktuell',
      'news aktuell (schweiz)',
    ],
    domains: ['presseportal.de', 'presseportal.ch', 'ots.at', 'newsaktuell.de', 'newsaktuell.ch'],
  },
  {
    name: 'Medianet',
    aliases: ['aap medianet'],
    domains: ['medianet.com.au'],
    zone: 'Australia/Sydney',
    language: 'en',
  },
  {
    name: 'pressetext',
    aliases: ['pte', 'pressetext.austria', 'pressetext nachrichtenagentur'],
    domains: ['pressetext.com', 'pressetext.at', 'pressetext.de'],
    zone: 'Europe/Vienna',
  },
  {
    name: 'PR Newswire',
    letters: ['PRNewswire'],
    aliases: ['cision pr newswire', 'prn', 'pr newswire association'],
    domains: ['prnewswire.com', 'prnewswire.co.uk', 'prnasia.com', 'prnewswire.de'],
  },
  { name: 'Business Wire', letters: ['BusinessWire'], domains: ['businesswire.com'] },
  { name: 'GlobeNewswire', letters: ['GlobeNewswire'], aliases: ['globe newswire'], domains: ['globenewswire.com'] },
  {
    name: 'EQS',
    aliases: ['eqs group', 'eqs-news', 'eqs news', 'eqs-adhoc', 'eqs-ad-hoc', 'dgap', 'dgap-news', 'dgap-adhoc'],
    domains: ['eqs-news.com', 'eqs.com', 'dgap.de'],
    zone: BERLIN,
  },
  {
    name: 'lifePR',
    letters: ['lifePR'],
    domains: ['lifepr.de'],
    zone: BERLIN,
  },
  { name: 'PresseBox', letters: ['PresseBox'], aliases: ['pressebox'], domains: ['pressebox.de'], zone: BERLIN },
  { name: 'openPR', letters: ['openPR'], domains: ['openpr.de'], zone: BERLIN },
  { name: 'ACCESSWIRE', aliases: ['access newswire'], domains: ['accesswire.com', 'accessnewswire.com'] },
  { name: 'Newsfile', domains: ['newsfilecorp.com'] },
  {
    name: 'CNW',
    aliases: ['canada newswire', 'cnw group', 'cision canada'],
    domains: ['newswire.ca'],
    zone: 'America/Toronto',
  },
  { name: 'RNS', aliases: ['regulatory news service'], domains: ['londonstockexchange.com'], zone: 'Europe/London' },
  { name: 'Cision', aliases: ['cision news'], domains: ['news.cision.com', 'cision.com'] },
  { name: 'AsiaNet', aliases: ['medianet/asianet'], domains: ['asianetnews.net', 'asianet-pakistan.com'] },
  { name: 'Kyodo JBN', aliases: ['kyodo jbn'], domains: ['kyodonewsprwire.jp'] },
];
