import { topicOfStem } from './topic-stems.ts';

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

/**
 * Words by which desks call them, lower case: German; English, with AP's and Reuters' subjects; French; Dutch; Italian; Spanish
 * and Portuguese; Danish, Norwegian, Swedish and Finnish. Words that mean different things in two languages are left out.
 */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  '01': [
    'kultur, kunst, musik, pop, klassik, buch, ausstellungen, ausstellung, serien, theater, film, kino, literatur, bücher, feuilleton, unterhaltung, medien, fernsehen, rundfunk, presse, museen, oper, kulturpolitik',
    'entertainment, culture, arts, music, media, mass media, television, tv, movies, books, theatre, celebrity, showbiz, show business, arts and entertainment, celebrities and entertainment',
    'culture et médias, arts et culture, arts et spectacles, spectacles, cinéma, musique, médias, littérature, télévision',
    'cultuur, cultuur en media, kunst en cultuur, muziek, boeken, televisie',
    'cultura, spettacoli, spettacolo, cultura e spettacoli, musica, televisione, libri',
    'cultura y espectáculos, espectáculos, música, medios de comunicación, televisión, artes, media e cultura',
    'kultur og underholdning, kultur og medier, underholdning, medier, litteratur, kultur och nöje, nöje, nöjen, kultur och medier, kulttuuri, viihde, media ja kulttuuri, musiikki',
  ],
  '02': [
    'justiz, recht, kriminalität, verbrechen, polizei, gericht, gerichte, prozess (gericht), prozesse, urteile, kriminalität und justiz, straftaten',
    'crime, violent crime, law, justice, law and order, supreme court, legal, legal proceedings, legal affairs, courts, court, police, law enforcement, criminal justice, courts and justice, judiciary',
    'justice et police, faits divers, faits-divers, criminalité, police et justice, tribunaux',
    'justitie, misdaad, politie, criminaliteit, rechtspraak, rechtszaken, rechtbank, binnenland en justitie',
    'giustizia, cronaca giudiziaria, criminalità, polizia, cronaca nera',
    'justicia, justicia e interior, sucesos, tribunales, criminalidad, crimen, policía, policiales, justiça, polícia, crime e justiça',
    'kriminalitet, krim, kriminal, politi, retsvæsen, rettsvesen, jus, jura, kriminalitet og rettsvesen, brott, polis, rättsväsende, lag och rätt, brott och straff, rikos, rikokset, oikeus, poliisi',
  ],
  '03': [
    'unfall, unfälle, verkehrsunfall, verkehrsunfälle, unglück, unglücke, katastrophe, katastrophen, brand, brände, feuer, feuerwehr, notfälle, blaulicht, naturkatastrophen, unwetter, erdbeben',
    'disaster, disasters, accident, accidents, emergencies, accidents and disasters, disasters and accidents, natural disasters, fire, fires, earthquakes, emergency services',
    'accident, accidents, catastrophe, catastrophes, incendies, catastrophes et accidents',
    'ongeluk, ongelukken, rampen, rampen en ongelukken, brandweer, 112',
    'incidenti, disastri, calamità, disastri e incidenti, incendi',
    'accidentes, catástrofes, desastres, desastres y accidentes, incendios, acidentes, desastres e acidentes',
    'ulykke, ulykker, ulykker og naturkatastrofer, katastrofer, ulykker og katastrofer, olycka, olyckor, olyckor och katastrofer, onnettomuus, onnettomuudet',
  ],
  '04': [
    'wirtschaft, finanzen, börse, börsen, märkte, unternehmen, konjunktur, industrie, handel, energie, verkehr, steuern, haushalt und steuern, banken, versicherungen, immobilien, währung, währungen, rohstoffe, landwirtschaft, luftfahrt, bahn, auto, autoindustrie, öl, mobilität, luftverkehr, schifffahrt, wirtschaft und soziales, verbraucher, einzelhandel, geld, agrar, telekommunikation, bau, startups, aktien, anleihen, devisen',
    'economy, business, finance, markets, financial markets, companies, company news, corporate news, industry, industries, trade, economics, energy, banking, banks, financial services, oil and gas, real estate, agriculture, transport, transportation, earnings, earnings reports, financials, money, personal finance, commodities, stocks, stock markets, currencies, mergers and acquisitions, automotive, retail, insurance, corporate stock, financial performance, city, product/service, business and finance',
    'économie, economie, économie et finances, économie et finance, entreprises, entreprise, bourse, marchés, marchés financiers, finances, industrie et services, énergie, transports, agriculture, immobilier, banques, commerce',
    'economie en financiën, financieel, financiën, beurs, bedrijven, bedrijfsleven, landbouw, verkeer en vervoer, energie en grondstoffen',
    'economia, finanza, borsa, mercati, imprese, industria, energia, trasporti, agricoltura, economia e finanza',
    'economía, negocios, finanzas, empresas, mercados, bolsa, economía, negocios y finanzas, economía y negocios, energía, transportes, negócios, finanças, bolsas, agricultura y alimentación',
    'erhverv, økonomi, finans, virksomheder, penge, transport, landbrug, næringsliv, økonomi og næringsliv, bank, industri, olje, ekonomi, näringsliv, börs, börsen, företag, marknader, jordbruk, talous, yritykset, markkinat, liikenne, energi, olja',
  ],
  '05': [
    'bildung, schule, schulen, hochschule, hochschulen, universität, universitäten, studium, ausbildung, kita, kitas, bildungspolitik',
    'education, school, schools, universities, higher education, colleges, colleges and universities, students',
    'éducation, enseignement, écoles, université, universités',
    'onderwijs, scholen, universiteiten',
    'istruzione, scuola, università, scuola e università',
    'educación, enseñanza, escuelas, universidad, universidades, educação, ensino, escolas',
    'uddannelse, undervisning, skole, skoler, utdanning, utdannelse, utbildning, skola, koulutus, koulu, koulut, opetus',
  ],
  '06': [
    'umwelt, klima, klimawandel, natur, naturschutz, umweltschutz, artenschutz, umwelt und klima, umweltverschmutzung, klima & umwelt',
    'environment, environmental issue, environmental issues, climate, climate change, nature, environment and nature, global warming, wildlife, conservation, climate and environment',
    'environnement, climat, écologie, environnement et climat',
    'milieu, klimaat, natuur, milieu en klimaat, natuur en milieu',
    'ambiente, clima ambiente, ambiente e clima, ambiente e energia',
    'medio ambiente, medioambiente, ambiente y clima, meio ambiente, conservación, clima y medio ambiente, conservação',
    'miljø, klima og miljø, miljø og klima, natur og miljø, miljö, miljö och natur, klimat, miljö och klimat, ympäristö, ilmasto, luonto',
  ],
  '07': [
    'gesundheit, medizin, krankheit, krankheiten, gesundheitspolitik, pflege, pharma, seuchen, epidemien, corona',
    'health, health issue, medicine, healthcare, health care, diseases, diseases and conditions, public health, medical',
    'santé, médecine, santé publique, maladies',
    'gezondheid, gezondheidszorg, zorg, medisch',
    'salute, sanità, medicina, salute e benessere',
    'salud, sanidad, sanidad y salud, medicina y salud, saúde',
    'sundhed, sygdom, helse, medisin, medicin og sundhed, medisin og helse, hälsa, sjukvård, medicin och hälsa, hälsa och sjukvård, vård, terveys, lääketiede',
  ],
  '08': [
    'leute, menschen, boulevard, prominente, promis, panorama leute, kurioses, skurriles, tiere, adel, königshäuser, auszeichnungen, gesellschaft leute',
    'human interest, people, celebrities, celebrity news, oddities, weird, odd news, offbeat, animals, royals, royalty',
    'gens, insolite, insolites, people et insolite, célébrités',
    'mensen, bekende nederlanders, opmerkelijk, koninklijk huis, entertainment en mensen',
    'curiosità, persone, gente, vip',
    'gente, curiosidades, insólito, personajes, famosos, pessoas, celebridades',
    'kendte, mennesker, kjendis, kongelige, kuriosa, kändis, kändisar, kungahuset, ihmiset, julkkikset',
  ],
  '09': [
    'arbeit, arbeitsmarkt, arbeitsrecht, tarife, tarifpolitik, gewerkschaften, streik, streiks, arbeitswelt, beruf, karriere, beruf und karriere, beruf und arbeit',
    'labour, labor, employment, unemployment, unions, labor unions, trade unions, jobs, workplace, industrial relations, labor issues, employment/unemployment, job layoffs, labour market, strikes',
    'emploi, travail, syndicats, social emploi, emploi et travail, grèves',
    'arbeid, werk, werkgelegenheid, vakbonden, arbeidsmarkt',
    'lavoro, occupazione, sindacati, lavoro e sindacato',
    'trabajo, empleo, laboral, sindicatos, trabalho, emprego',
    'arbejde, arbejdsmarked, arbejdsmarkedsforhold, arbeidsliv, arbetsliv, arbetsmarknad, arbete, työ, työelämä, työmarkkinat',
  ],
  '10': [
    'lifestyle, freizeit, reise, reisen, tourismus, mode, ratgeber, genuss, essen und trinken, garten, wohnen, reise & touristik, touristik, leben',
    'leisure, travel, tourism, travel and tourism, fashion, food, food and drink, lifestyles, lifestyle, hobbies',
    'loisirs, tourisme, voyage, voyages, gastronomie, art de vivre, vie quotidienne',
    'vrije tijd, toerisme, reizen, eten en drinken',
    'tempo libero, viaggi, moda, turismo, stili di vita, cucina',
    'ocio, ocio y vida diaria, estilo de vida, viajes, gastronomía, lazer, tendencias, estilo',
    'livsstil, fritid, livsstil og fritid, fritid og livsstil, rejser, turisme, mad, mat og drikke, resor, mat och dryck, livsstil och fritid, matkailu, elämäntapa, vapaa-aika',
  ],
  '11': [
    'politik, innenpolitik, außenpolitik, aussenpolitik, bundespolitik, landespolitik, regierung, bundesregierung, parlament, bundestag, wahl, wahlen, parteien, diplomatie, militär, verteidigung, bundeswehr, internationale beziehung, internationale beziehungen, migrationspolitik, europapolitik, kommunalpolitik, ausland politik',
    'politics, government and politics, politics and government, white house, government, elections, election, parliament, domestic politics, international relations, foreign policy, diplomacy, defence, defense, military, military and defense, government/politics, congress, foreign affairs, political, civil rights',
    'politique, politique intérieure, politique étrangère, gouvernement, élections, diplomatie, défense, parlement, politique et gouvernement',
    'politiek, regering, verkiezingen, defensie, diplomatie en defensie, tweede kamer',
    'politica, politica interna, politica estera, governo, parlamento, elezioni, politica - news, esteri e politica',
    'política, elecciones, gobierno, defensa, diplomacia, política exterior, eleições, governo, defesa',
    'christiansborg, folketinget, udenrigspolitik, valg, forsvar, regjering, stortinget, innenrikspolitikk, politikk, utenrikspolitikk, val, riksdagen, inrikespolitik, utrikespolitik, försvar, diplomati, regering, politiikka, vaalit, hallitus, eduskunta, puolustus, diplomatia ulkopolitiikka, julkinen hallinto',
  ],
  '12': [
    'religion, religionen, kirche, kirchen, glaube, theologie, vatikan, islam, judentum, christentum, weltkirche, bistum, ökumene, papst, kirche und religion',
    'religion and belief, church, faith, beliefs, christianity, religious belief, religion and faith',
    'religions, religion et croyance, église, croyances, spiritualité',
    'religie, kerk, geloof, religie en geloof, religie en levensbeschouwing',
    'religione, chiesa, vaticano, fede, religioni, religione e fede',
    'religión, iglesia, religión y creencias, religiones, religião, igreja',
    'kirke, tro, religion og tro, religion og livssyn, kyrka, religion och tro, uskonto, kirkko, usko',
  ],
  '13': [
    'wissenschaft, forschung, technik, technologie, raumfahrt, weltraum, archäologie, ki, computer, internet, digital, digitales, netzwelt, wissen, wissenschaft und technik, künstliche intelligenz, it, it & tech, telekom',
    'science, technology, tech, research, space, science and technology, sci-tech, artificial intelligence, science/technology',
    'sciences, science et technologie, technologie, technologies, recherche, espace, sciences et techniques, high-tech, numérique',
    'wetenschap, techniek, wetenschap en techniek, technologie en wetenschap, ruimtevaart, tech en wetenschap',
    'scienza, tecnologia, scienza e tecnologia, ricerca, scienza e tecnica, hi-tech',
    'ciencia, tecnología, ciencia y tecnología, ciência, ciência e tecnologia',
    'videnskab, teknologi, videnskab og teknologi, forskning, vitenskap, vitenskap og teknologi, teknikk, vetenskap, teknik, vetenskap och teknik, forskning och teknik, tiede, teknologia, tiede ja tekniikka, tekniikka',
  ],
  '14': [
    'gesellschaft, soziales, familie, familien, migration, sozialpolitik, flüchtlinge, integration, gleichstellung, sozial, senioren, rente',
    'society, social issues, social issue, social affairs, immigration, family, families, race and ethnicity, lgbtq, demographics, discrimination, welfare',
    'société, questions sociales, immigration et intégration, famille, vie sociale',
    'samenleving, maatschappij, sociale zaken, migratie en samenleving',
    'società, sociale, politiche sociali, famiglia, immigrazione',
    'sociedad, asuntos sociales, inmigración, familia, sociedade, imigração',
    'samfund, sociale forhold, samfunn, sosiale forhold, samhälle, sociala frågor, yhteiskunta, sosiaaliset kysymykset',
  ],
  '15': [
    'sport, fußball, fussball, handball, basketball, eishockey, tennis, leichtathletik, wintersport, motorsport, formel 1, bundesliga, radsport, schwimmen, reiten, boxen, turnen, ski, ski alpin, biathlon, skispringen, volleyball, golf, segeln, olympia',
    'sports, football, soccer, baseball, softball, ice hockey, hockey, athletics, domestic sport, overseas sport, racing, horse racing, rugby, rugby league, rugby union, cricket, cycling, boxing, golf, swimming, gymnastics, sailing, motor racing, olympics, olympic games, nfl, nba, nhl, mlb, afl',
    'sports collectifs, football français, cyclisme, athlétisme, rugby à xv, sport auto',
    'voetbal, wielrennen, schaatsen, sport algemeen',
    'calcio, ciclismo, atletica, formula 1, tennis e sport',
    'deportes, deporte, fútbol, ciclismo, baloncesto, desporto, esporte, esportes, futebol',
    'idræt, idrett, fodbold, fotball, fotboll, håndbold, håndball, ishockey, friidrett, friidrott, langrenn, skøyter, skidor, cykling, sykkel, travsport, nasjonal toppliga, urheilu, jalkapallo, jääkiekko, yleisurheilu',
  ],
  '16': [
    'krieg, kriege, konflikt, konflikte, krisen, terror, terrorismus, unruhen, kriege und konflikte, anschlag, anschläge, frieden, ukraine-krieg, nahostkonflikt',
    'conflict, conflicts, war, wars, war and unrest, unrest, conflicts and war, terrorism, conflict, war, armed conflict, unrest, conflicts and war, civil unrest, insurgency, war/conflict',
    'conflits, guerre, guerres, guerres et conflits, terrorisme, conflits armés',
    'oorlog, oorlogen, conflicten, oorlogen en conflicten, terrorisme en conflict',
    'guerra, conflitti, terrorismo, guerre, conflitti e guerre, guerre e conflitti',
    'guerras, conflictos, conflictos y guerras, guerras y conflictos, disturbios, conflitos, conflitos e guerras',
    'krig, konflikter, krig og konflikter, uro, terror og konflikt, krig og uro, krig, konflikter och oroligheter, oroligheter, krig och konflikter, sota, sodat, konfliktit, aseelliset selkkaukset, terrorismi',
  ],
  '17': [
    'wetter, wettervorhersage, wetterbericht, deutschlandwetter, wetter und klima',
    'weather, severe weather, weather forecast, weather forecasts, forecast, weather and climate',
    'météo, météorologie, intempéries',
    'weer, weerbericht, het weer',
    'meteo, previsioni del tempo, meteorologia',
    'el tiempo, meteorología, previsión meteorológica, previsão do tempo',
    'vejr, vejret, vejrudsigt, vær, været, værvarsel, vejr og vind, väder, vädret, sää, sääennuste',
  ],
};

/** Without case and accents: `Économie` is also printed `ECONOMIE`. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

const BY_WORD = new Map<string, string>();
for (const [digits, lists] of Object.entries(WORDS)) {
  for (const word of [TOPIC_NAMES[digits] ?? '', ...lists.flatMap((list) => list.split(', '))]) {
    if (!BY_WORD.has(folded(word))) BY_WORD.set(folded(word), digits);
  }
}

/** Characters. A longer category is a sentence. */
const MAX_NAME_CHARS = 100;

/** `Business News`, `Wetter aktuell`: the words around the topic. */
const NEWS =
  /^(?:news|nachrichten|aktuelles)[ :-]{1,3}|[ :-]{1,3}(?:news|nachrichten|aktuell|aktuelles|desk|ressort)$/iu;
/** Words for `and` in the languages of the table. */
const AND = ['und', 'and', 'et', 'en', 'e', 'y', 'og', 'och', 'ja'];

/** The first two digits of the topic that a whole word of the table names; undefined for other text. */
export function topicOfWord(name: string): string | undefined {
  if (name.length > MAX_NAME_CHARS) return undefined;
  const word = folded(name).replace(NEWS, '');
  const known = BY_WORD.get(word);
  if (known !== undefined || !/ [&+] /.test(word)) return known;
  return AND.map((and) => BY_WORD.get(word.replace(/ [&+] /g, ` ${and} `))).find((digits) => digits !== undefined);
}

/** The first two digits of the topics that a category names as a whole, else in its parts (`Finanzen & Börse`) or by a stem. */
export function topicsOfName(name: string): string[] {
  if (name.length > MAX_NAME_CHARS) return [];
  const whole = topicOfWord(name);
  if (whole !== undefined) return [whole];
  const parts = name.split(/[/\\,;&+|>]|\s(?:und|and|et|en|e|y|og|och|ja)\s/i);
  const found = parts.flatMap((part) => topicOfWord(part) ?? []);
  return found.length > 0 ? found : [topicOfStem(name)].filter((digits) => digits !== undefined);
}
