/** The codes of agencies and of the IPTC by the first two digits of the top Media Topic they fall under. */

/**
 * Media Topics below the top ones, by the number behind `20000000`: the IPTC numbered them branch by branch in alphabetical order
 * in 2010. Of later ones, which are scattered, those whose parents are known (cv.iptc.org/newscodes/mediatopic).
 */
export const BRANCHES: readonly (readonly [first: number, last: number, digits: string])[] = [
  [2, 52, '01'],
  [53, 81, '16'],
  [82, 138, '02'],
  [139, 168, '03'],
  [170, 397, '04'],
  [398, 417, '05'],
  [418, 445, '06'],
  [446, 495, '07'],
  [498, 508, '08'],
  [509, 537, '09'],
  [538, 573, '10'],
  [574, 655, '11'],
  [656, 709, '12'],
  [710, 767, '13'],
  [768, 821, '14'],
  [822, 1124, '15'],
  [1128, 1131, '17'],
  [1133, 1135, '01'],
  [1148, 1148, '15'],
  [1158, 1158, '04'],
  [1160, 1160, '04'],
  [1216, 1217, '05'],
  [1237, 1238, '08'],
  [1248, 1249, '01'],
  [1301, 1301, '15'],
  [1323, 1325, '15'],
  [1337, 1338, '05'],
  [1339, 1339, '10'],
];

/** Letters of desks and services by scheme, lower case. */
export const SCHEMES: readonly (readonly [scheme: RegExp, codes: Readonly<Record<string, string>>])[] = [
  // Reuters: topic codes ("N2000", Reuters Handbook of Journalism, "Cracking the codes"), also in MRN; business sectors (TRBC) as
  // Reuters listed them in its notice of 8 April 2014.
  [
    /^(?:n2|n2000|rcs|rtrs|rtrtopic|mrn|trbc)$/,
    {
      '01': 'ent film mus art arts media mdia book tv pubs bcst ents awards fest',
      '02': 'crim judic law legal frau corr judge court',
      '03': 'dis fire quak flood acc aviac trns',
      '04': 'eci econ fin bus bact cen int stx dbt frx mce gol crg crpt oilg ngs nrg mtal grai sof res mrg reguly taxs trad bnk ins auto airl ret prop cmpny trd com aero cele aut bevs cons bsvc bsup chem coen util chip oilq ener fins food1 prec indm insr inds real shop rora sofw ship stee tcom appa tree gvd mmt cru met ipo div resf stk macro infl gdp',
      '05': 'edu',
      '06': 'env clima cdm renew',
      '07': 'hea med dise hlth pharma bio epid phmr',
      '08': 'odd hum royals pers obit',
      '09': 'job lab strk emplt',
      '10': 'lif life trav tour fash food',
      '11': 'pol vote votp dip def gov defbuy govt parl ele elg',
      '12': 'rel islm chr judai',
      '13': 'sci tech space itse',
      '14': 'soci migr immig race',
      '15': 'spo socc cric golf tenn athl base bask hock rugb motr olym box cycl',
      '16': 'war vio insurg civ secur terror peace milit',
      '17': 'wea',
    },
  ],
  // dpa: Ressorts in German, English, Spanish and Italian services (g2.dpa.com/cv/category and /ressort). `pl` also has
  // environment, labour, religion and wars, `vm` eleven topics.
  [
    /^(?:dpacat|dparessort|dpadesk|de-cat|desk|ressort)$/,
    { '01': 'ku e c cul ki', '04': 'wi f eco', '11': 'pl i pol ii aa', '15': 'sp s fds si' },
  ],
  // APA: Ressorts, at home (I) and abroad (A); two of them are in dpa's table g2.dpa.com/cv/dpax-apacat.
  [
    /^(?:dpax-apacat|apa(?:cat|-?ressort|-?category)?)$/,
    { '01': 'ki ka ku', '04': 'wi wa', '11': 'ii aa pi', '15': 'si sa sp' },
  ],
  // SID, in dpa's table g2.dpa.com/cv/dpax-sicat.
  [/^(?:dpax-sicat|sicat|sid)$/, { '15': 'sb sp' }],
  // ANPA 1312, category codes of AP (g2.dpa.com/cv/dpax-apcat): q single results, r races, z delimited sports.
  [
    /^(?:anpa|anpa_category|apcategorycode|apcat|dpax-apcat|categorycode)$/,
    { '01': 'e', '04': 'f', '10': 'd l t', '11': 'p w', '15': 's q r y z', '17': 'o' },
  ],
  // Dow Jones: subjects of its newswires (`N/ERN`), which are nearly all of markets and companies.
  [
    /^dj$/,
    {
      '02': 'law lws crm',
      '04': 'acq anl bnk bon cac cmdi cmr cmkt cnw com div eco ecr emi ern eucm fed fin frx inv int ipo mkt mnt pet rtg stk tnm tnw trd tsy wei',
      '06': 'env',
      '07': 'hea hth',
      '09': 'lab lbr',
      '11': 'elc gov gvt plt pol',
      '15': 'spo spt',
    },
  ],
  // Factiva and Dow Jones: news subjects ("Intelligent Indexing"), as published with the Reuters Corpus (RCV1: Lewis et al., 2004).
  [
    /^(?:factiva|ns|djn|dji)$/,
    {
      '01': 'gent gart gmusic gfilm gbook gtvrad',
      '02': 'gcrim glaw gmurd gfraud',
      '03': 'gdis gacc gntdis gfire',
      '04': 'mcat ccat ecat e11 e12 e13 e14 e21 e31 e51 e61 e71 c11 c12 c13 c14 c15 c151 c152 c16 c17 c171 c18 c181 c21 c22 c23 c24 c31 c32 c33 c34 c41 m11 m12 m13 m131 m132 m14 m141 m142 m143',
      '05': 'gedu',
      '06': 'genv gclima gglobe',
      '07': 'ghea gmed gtrea',
      '08': 'gpro godd gobit groyal',
      '09': 'gjob e41 e411 c42',
      '10': 'gfas gtour gfood glife',
      '11': 'gpol gpir gdip gvote gdef',
      '12': 'grel',
      '13': 'gsci gtech gspace',
      '14': 'gwelf gsoc gabor',
      '15': 'gspo gsocc ggolf gtenni gbaseb gbaske gfootb gcric grugby golym',
      '16': 'gvio gcivds gterr',
      '17': 'gwea gwere',
    },
  ],
];

/** Capitals without a scheme. */
export const CAPITALS: Readonly<Record<string, string>> = {
  // The IPTC's own three letters (Subject Reference) first, then those of AFP, Belga, ANSA, Lusa, EFE, PAP and TT.
  '01': 'ACE ART CLT CUL KLT KUL SPE NOJ ENT',
  '02': 'CLJ CRI JUS JUD LAW CRO',
  '03': 'DIS ACC CAT',
  '04': 'FIN ECO EKO BIZ BUS WIR GOS',
  '05': 'EDU',
  '06': 'ENV EVN',
  '07': 'HTH HEA SAN ZDR',
  '08': 'HUM',
  '09': 'LAB',
  '10': 'LIF TOU',
  '11': 'POL',
  '12': 'REL',
  '13': 'SCI TEC CYT',
  '14': 'SOI',
  '15': 'SPO SPT SPR SPF SPN DEP DES',
  '16': 'WAR UNR',
  '17': 'WEA MET',
};

/** Sports in keyword lines of AP. */
export const SPORTS_OF_AP =
  'BBO BBA BBN BBC BBI BBM BBH BBY FBN FBC FBH FBO FBL BKN BKC BKO BKL BKW BKH HKO HKN HKC HKW GLF TEN SOC CAR RAC OLY SKI TRK BOX CYC WRE SWM GYM FIG CRI RGL RGU RUN SPO XTR YAC LAC VOL';
