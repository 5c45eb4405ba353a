import { BERLIN } from '../times/times.ts';

/** A news agency or press-release service. Every other list of agencies is derived from this table. */
export interface Agency {
  /** The one spelling in which the source list shows it. */
  readonly name: string;
  /** How it abbreviates its name in datelines, credits, sign-offs and before item numbers, in the case it prints. */
  readonly letters?: readonly string[];
  /** Other names it goes by, in lower case. Its name, letters and domains count anyway. */
  readonly aliases?: readonly string[];
  /** Lower-case words that name it anywhere in a longer name (`über dts Nachrichtenagentur`). */
  readonly within?: readonly string[];
  /** Letters before a slash or hyphen and a desk also name it: `dpa/lby`, `dpa-infocom`. */
  readonly hasDesks?: boolean;
  /** Without `www.`; hosts below them count. */
  readonly domains?: readonly string[];
  /** IANA zone of its clocks: for times that name none. */
  readonly zone?: string;
  /** BCP 47 tag, for agencies that write in one language only. */
  readonly language?: string;
  /** Letters of its services, which number items in kills: `bdt0157`. */
  readonly services?: readonly string[];
  /** How it signs a dateline that has no dash, letter for letter: `Bonn (KNA) Der …`. */
  readonly dashless?: readonly string[];
}

export const DTS = 'dts-nachrichtenagentur.de';

export const AGENCIES: readonly Agency[] = [
  {
    name: DTS,
    letters: ['dts'],
    within: ['dts'],
    domains: ['dts-nachrichtenagentur.de'],
    zone: BERLIN,
    language: 'de',
  },
  {
    name: 'dpa-AFX',
    letters: ['dpa-AFX', 'AFX'],
    aliases: ['afx'],
    within: ['dpa-afx', 'dpa afx', 'dpa/afx'],
    domains: ['dpa-afx.de', 'dpa-afx.com'],
    zone: BERLIN,
  },
  {
    name: 'dpa',
    letters: ['dpa'],
    aliases: ['deutsche presse-agentur', 'deutsche presse agentur'],
    hasDesks: true,
    domains: ['dpa.com', 'dpa.de'],
    zone: BERLIN,
    services: ['bdt', 'eca'],
    dashless: ['dpa'],
  },
  {
    name: 'AFP',
    letters: ['AFP'],
    aliases: ['agence france-presse', 'agence france presse'],
    domains: ['afp.com'],
    zone: 'Europe/Paris',
    dashless: ['afp', 'AFP'],
  },
  {
    name: 'AP',
    letters: ['AP'],
    aliases: ['associated press', 'the associated press'],
    domains: ['ap.org', 'apnews.com'],
    dashless: ['ap'],
  },
  {
    name: 'Reuters',
    letters: ['Reuters', 'rtr'],
    aliases: ['thomson reuters', 'reuters news', 'reuters ltd', 'reuters limited'],
    domains: ['reuters.com', 'thomsonreuters.com'],
    dashless: ['Reuters'],
  },
  {
    name: 'KNA',
    letters: ['KNA'],
    aliases: ['katholische nachrichten-agentur'],
    domains: ['kna.de'],
    zone: BERLIN,
    language: 'de',
    dashless: ['kna', 'KNA'],
  },
  {
    name: 'epd',
    letters: ['epd'],
    aliases: ['evangelischer pressedienst'],
    domains: ['epd.de'],
    zone: BERLIN,
    language: 'de',
    dashless: ['epd'],
  },
  {
    name: 'APA',
    letters: ['APA'],
    aliases: ['austria presse agentur', 'apa - austria presse agentur'],
    domains: ['apa.at'],
    zone: 'Europe/Vienna',
    language: 'de',
    dashless: ['apa', 'APA'],
  },
  {
    name: 'OTS',
    letters: ['ots'],
    aliases: ['apa-ots', 'news aktuell', 'presseportal', 'originaltext-service'],
    domains: ['presseportal.de', 'presseportal.ch', 'ots.at', 'newsaktuell.de'],
  },
  {
    name: 'Keystone-SDA',
    letters: ['Keystone-SDA', 'Keystone-ATS'],
    aliases: ['keystone', 'keystone-ats'],
    domains: ['keystone-sda.ch'],
    zone: 'Europe/Zurich',
    dashless: ['Keystone-SDA', 'Keystone-ATS'],
  },
  {
    name: 'sda',
    letters: ['SDA'],
    aliases: ['schweizerische depeschenagentur'],
    zone: 'Europe/Zurich',
    language: 'de',
    dashless: ['sda'],
  },
  {
    name: 'ats',
    letters: ['ATS'],
    aliases: ['agence télégraphique suisse'],
    zone: 'Europe/Zurich',
    language: 'fr',
    dashless: ['ats'],
  },
  { name: 'awp', letters: ['awp'], domains: ['awp.ch'], zone: 'Europe/Zurich', dashless: ['awp'] },
  {
    name: 'SID',
    letters: ['SID'],
    aliases: ['sport-informations-dienst'],
    domains: ['sid.de'],
    zone: BERLIN,
    language: 'de',
  },
  { name: 'ANSA', letters: ['ANSA'], aliases: ['agenzia ansa'], domains: ['ansa.it'], zone: 'Europe/Rome' },
  { name: 'EFE', letters: ['EFE'], aliases: ['agencia efe'], domains: ['efe.com'], zone: 'Europe/Madrid' },
  {
    name: 'TASS',
    letters: ['TASS'],
    aliases: ['itar-tass'],
    domains: ['tass.com', 'tass.ru', 'itar-tass.com'],
    zone: 'Europe/Moscow',
  },
  { name: 'Interfax', letters: ['Interfax'], domains: ['interfax.com', 'interfax.ru'], zone: 'Europe/Moscow' },
  {
    name: 'AAP',
    letters: ['AAP'],
    aliases: ['australian associated press'],
    domains: ['aap.com.au'],
    zone: 'Australia/Sydney',
    language: 'en',
  },
  {
    name: 'Medianet',
    aliases: ['aap medianet'],
    domains: ['medianet.com.au'],
    zone: 'Australia/Sydney',
    language: 'en',
  },
  {
    name: 'PA',
    letters: ['PA'],
    aliases: ['pa media', 'press association', 'the press association', 'pa sport'],
    domains: ['pa.media', 'pressassociation.com'],
    zone: 'Europe/London',
    language: 'en',
  },
  { name: 'BBC', aliases: ['bbc news'], domains: ['bbc.com', 'bbc.co.uk'], zone: 'Europe/London' },
  {
    name: 'NTB',
    letters: ['NTB'],
    aliases: ['norsk telegrambyrå'],
    domains: ['ntb.no'],
    zone: 'Europe/Oslo',
    language: 'no',
    dashless: ['NTB'],
  },
  {
    name: 'Ritzau',
    letters: ['ritzau'],
    aliases: ['ritzaus bureau', 'ritzau bureau'],
    domains: ['ritzau.dk', 'ritzau.com'],
    zone: 'Europe/Copenhagen',
    language: 'da',
  },
  {
    name: 'TT',
    letters: ['TT'],
    aliases: ['tidningarnas telegrambyrå', 'tt nyhetsbyrån'],
    domains: ['tt.se'],
    zone: 'Europe/Stockholm',
    language: 'sv',
    dashless: ['TT'],
  },
  {
    name: 'STT',
    letters: ['STT'],
    aliases: ['stt-lehtikuva', 'suomen tietotoimisto'],
    domains: ['stt.fi'],
    zone: 'Europe/Helsinki',
    language: 'fi',
    dashless: ['STT'],
  },
  {
    name: 'Belga',
    letters: ['Belga'],
    aliases: ['belga news agency', 'agence belga'],
    domains: ['belga.be', 'belganewsagency.eu'],
    zone: 'Europe/Brussels',
    dashless: ['belga', 'BELGA'],
  },
  {
    name: 'ANP',
    letters: ['ANP'],
    aliases: ['algemeen nederlands persbureau'],
    domains: ['anp.nl'],
    zone: 'Europe/Amsterdam',
    language: 'nl',
    dashless: ['ANP'],
  },
  {
    name: 'Kyodo',
    letters: ['Kyodo'],
    aliases: ['kyodo news', 'kyodonews'],
    domains: ['kyodonews.net', 'kyodo.co.jp'],
    zone: 'Asia/Tokyo',
  },
  { name: 'Jiji', letters: ['Jiji'], aliases: ['jiji press'], domains: ['jiji.com'], zone: 'Asia/Tokyo' },
  {
    name: 'Xinhua',
    letters: ['Xinhua'],
    aliases: ['xinhua news agency', '新华社'],
    domains: ['xinhuanet.com', 'news.cn'],
    zone: 'Asia/Shanghai',
  },
  {
    name: 'Yonhap',
    letters: ['Yonhap'],
    aliases: ['yonhap news agency', 'yonhap news'],
    domains: ['yna.co.kr'],
    zone: 'Asia/Seoul',
  },
  {
    name: 'The Canadian Press',
    letters: ['CP'],
    aliases: ['canadian press', 'la presse canadienne'],
    domains: ['thecanadianpress.com'],
    zone: 'America/Toronto',
  },
  {
    name: 'ANA-MPA',
    letters: ['ANA-MPA', 'ANA'],
    aliases: ['ana-mpe', 'απε-μπε', 'athens news agency', 'athens-macedonian news agency'],
    domains: ['amna.gr'],
    zone: 'Europe/Athens',
  },
  {
    name: 'PTI',
    letters: ['PTI'],
    aliases: ['press trust of india'],
    domains: ['ptinews.com'],
    zone: 'Asia/Kolkata',
    dashless: ['PTI'],
  },
  {
    name: 'IANS',
    letters: ['IANS'],
    aliases: ['indo-asian news service'],
    domains: ['ians.in'],
    zone: 'Asia/Kolkata',
    dashless: ['IANS'],
  },
  {
    name: 'ANI',
    letters: ['ANI'],
    aliases: ['asian news international'],
    domains: ['aninews.in'],
    zone: 'Asia/Kolkata',
  },
  { name: 'Lusa', letters: ['Lusa'], aliases: ['agência lusa'], domains: ['lusa.pt'], zone: 'Europe/Lisbon' },
  {
    name: 'PAP',
    letters: ['PAP'],
    aliases: ['polska agencja prasowa'],
    domains: ['pap.pl'],
    zone: 'Europe/Warsaw',
  },
  { name: 'ČTK', letters: ['ČTK'], aliases: ['ctk'], domains: ['ctk.cz', 'ctk.eu'], zone: 'Europe/Prague' },
  { name: 'MTI', letters: ['MTI'], domains: ['mti.hu'], zone: 'Europe/Budapest' },
  { name: 'UPI', letters: ['UPI'], aliases: ['united press international'], domains: ['upi.com'], language: 'en' },
  { name: 'Bloomberg', letters: ['Bloomberg'], aliases: ['bloomberg news'], domains: ['bloomberg.com'] },
  {
    name: 'Europa Press',
    aliases: ['europapress'],
    domains: ['europapress.es'],
    zone: 'Europe/Madrid',
    language: 'es',
  },
  { name: 'Adnkronos', domains: ['adnkronos.com'], zone: 'Europe/Rome', language: 'it' },
  {
    name: 'AGI',
    aliases: ['agenzia italia', 'agenzia giornalistica italia'],
    domains: ['agi.it'],
    zone: 'Europe/Rome',
  },
  { name: 'Hina', aliases: ['hrvatska izvještajna novinska agencija'], domains: ['hina.hr'], zone: 'Europe/Zagreb' },
  { name: 'TASR', domains: ['tasr.sk'], zone: 'Europe/Bratislava' },
  { name: 'Agerpres', domains: ['agerpres.ro'], zone: 'Europe/Bucharest' },
  { name: 'BTA', aliases: ['bulgarian news agency'], domains: ['bta.bg'], zone: 'Europe/Sofia' },
  { name: 'Tanjug', domains: ['tanjug.rs'], zone: 'Europe/Belgrade' },
  { name: 'Ukrinform', domains: ['ukrinform.net', 'ukrinform.ua'], zone: 'Europe/Kyiv' },
  { name: 'Anadolu', aliases: ['anadolu agency'], domains: ['aa.com.tr'], zone: 'Europe/Istanbul' },
  { name: 'BNS', aliases: ['baltic news service'], domains: ['bns.lt', 'bns.ee'] },
  { name: 'Bernama', domains: ['bernama.com'], zone: 'Asia/Kuala_Lumpur' },
  {
    name: 'PR Newswire',
    letters: ['PRNewswire'],
    aliases: ['cision pr newswire'],
    domains: ['prnewswire.com', 'prnewswire.co.uk'],
  },
  {
    name: 'Dow Jones',
    aliases: ['dow jones newswires', 'dow jones & company', 'dow jones & company, inc.', 'djn'],
    domains: ['dowjones.com', 'djnewswires.com'],
    zone: 'America/New_York',
  },
  { name: 'Business Wire', letters: ['BusinessWire'], domains: ['businesswire.com'] },
  { name: 'GlobeNewswire', letters: ['GlobeNewswire'], aliases: ['globe newswire'], domains: ['globenewswire.com'] },
];
