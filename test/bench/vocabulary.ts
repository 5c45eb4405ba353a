/** A random generator with the same sequence for the same seed (mulberry32): benchmarks must be repeatable. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const START =
  'Bundes Landes Außen Innen Verkehrs Haushalts Wirtschafts Kultur Hafen Stadt Energie Umwelt Gesundheits Bildungs Sozial Arbeits Verteidigungs Justiz Finanz Klima Wohnungs Straßen Wasser Sport Forschungs Sicherheits Handels Zoll Steuer Grenz'.split(
    ' ',
  );
const END =
  'minister ministerin ausschuss behörde gesellschaft verband bericht gesetz entwurf plan gipfel konferenz abkommen kommission rat präsidentin sprecher vorsitzende reform debatte prüfung politik vertrag fonds steuer abgabe krise zahlen prognose studie messe brücke leitung anlage stelle amt kammer gericht'.split(
    ' ',
  );
const PLACES =
  'Berlin Hamburg München Köln Düsseldorf Würzburg Görlitz Lübeck Münster Nürnberg Osnabrück Göttingen Saarbrücken Zürich Brüssel Straßburg Wien Paris Rom Madrid Warschau Prag Kopenhagen Oslo Genf'.split(
    ' ',
  );
const NAMES =
  'Müller Schröder Weiß Köhler Böhm Krüger Jäger Großmann Lindner Falkenberg Hartwig Seidel Thormann Brückner Vogelsang Ehrlich Nachtigall Sommerfeld Winterstein Rautenberg'.split(
    ' ',
  );
const COMMON =
  'der die das und in zu den von mit sich auf für nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei'.split(
    ' ',
  );
const VERBS =
  'fordert prüft verschiebt beschließt lehnt begrüßt kritisiert plant erwartet meldet bestätigt kündigt verteidigt warnt verlangt erklärt untersucht veröffentlicht vereinbart stoppt'.split(
    ' ',
  );
const ADJECTIVES =
  'neue große kleine deutliche überraschende umstrittene frühere mögliche geplante gemeinsame wichtige schwere leichte öffentliche private europäische internationale nördliche südliche höhere niedrigere'.split(
    ' ',
  );
const SYLLABLES =
  'be ge ver ent er zer stell trag führ halt lauf bind zieh schließ brech sprech werf leg setz bau ung heit keit schaft lich bar sam los ig isch haft er en el'.split(
    ' ',
  );
export const RESSORTS = 'Inland Ausland Wirtschaft Sport Kultur Wissenschaft Vermischtes Finanzen Verkehr Justiz'.split(
  ' ',
);

const pick = <T>(list: readonly T[], r: () => number): T => list[Math.floor(r() * list.length)] as T;
const compound = (r: () => number) => `${pick(START, r)}${pick(END, r)}`;
/** A word of the long tail: a vocabulary keeps growing with the text (Heaps' law; some 200,000 words in 20,000 texts). */
const rare = (r: () => number) => {
  const dice = r();
  const word = Array.from({ length: dice < 0.5 ? 2 : dice < 0.85 ? 3 : 4 }, () => pick(SYLLABLES, r)).join('');
  return r() < 0.6 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
};

export const headline = (r: () => number): string =>
  `${compound(r)} ${pick(VERBS, r)} ${pick(ADJECTIVES, r)} ${compound(r)} in ${pick(PLACES, r)}`;

/** A sentence of 8 to 30 words, as in agency copy. */
export function sentence(r: () => number): string {
  const words = [pick(['Der', 'Die', 'Das', 'Ein', 'Nach', 'Bei', 'Laut'], r)];
  const length = 8 + Math.floor(r() * 22);
  while (words.length < length) {
    const dice = r();
    if (dice < 0.46) words.push(pick(COMMON, r));
    else if (dice < 0.58) words.push(compound(r));
    else if (dice < 0.66) words.push(pick(ADJECTIVES, r));
    else if (dice < 0.73) words.push(pick(VERBS, r));
    else if (dice < 0.79) words.push(pick(PLACES, r));
    else if (dice < 0.84) words.push(pick(NAMES, r));
    else if (dice < 0.87) words.push(String(Math.floor(r() * 9_000) / (r() < 0.5 ? 1 : 10)).replace('.', ','));
    else words.push(rare(r));
  }
  return `${words.join(' ')}.`;
}
