/**
 * Parts of category names that tell the topic where no whole name is known, in the order they are tried: `Landtagswahl`,
 * `Agrarpolitik`, `NFL football`, `Krieg in der Ukraine`. By the first two digits of the topic.
 */
const STEMS: readonly (readonly [RegExp, string])[] = [
  // Sports stand in the names of leagues and competitions.
  [
    /(?<!\p{L})(?:football|fu(?:ß|ss)ball|soccer|basketball|baseball|softball|hockey|handball|tennis|golf|rugby|cricket|volleyball|boxing|athletics|fotboll|fotball|fodbold|fútbol|calcio|voetbal|olympic|olympics|sports?)(?!\p{L})/iu,
    '15',
  ],
  [
    /(?<!\p{L})(?:bundesliga|(?:champions|premier|europa|nations|conference) league|la ?liga|serie a|ligue 1|eredivisie|superliga|superligaen|eliteserien|allsvenskan|shl|w?nba|nfl|nhl|mlb|dfb-pokal|formel[ -]1|formula (?:1|one)|formule 1|tour de france|olympische spiele)(?!\p{L})/iu,
    '15',
  ],
  [
    /^(?:(?:fu(?:ß|ss)ball|handball|eishockey)-)?(?:em|wm|vm|jo)(?: |-)\d{4}$|^(?:fu(?:ß|ss)ball|handball|eishockey|ski)-(?:em|wm)$/iu,
    '15',
  ],
  [/^sportpolitik$/iu, '15'],
  [/^(?:agrar|wirtschafts|finanz|steuer|energie|verkehrs|handels|geld|industrie|haushalts)politik$/iu, '04'],
  [/^(?:klima|umwelt)politik$/iu, '06'],
  [/^(?:schul|hochschul)politik$/iu, '05'],
  [/^(?:medien)politik$/iu, '01'],
  [/^(?:sozial|familien|renten)politik$/iu, '14'],
  [/^(?:netz|forschungs|technologie)politik$/iu, '13'],
  [/^(?:arbeitsmarkt|tarif)politik$/iu, '09'],
  [/^\p{L}{2,20}-?politik$/iu, '11'],
  [/(?<!\p{L})(?:politics|politique|política|politica|politiek|politik|politikk|politiikka)(?!\p{L})/iu, '11'],
  [
    /^(?:bundestags|landtags|europa|kommunal|präsident(?:schaft|en)s?|parlaments|nationalrats|gemeinderats|(?:ober)?bürgermeister|senats)wahl(?:en)?(?: \d{4})?$/iu,
    '11',
  ],
  [/^(?:(?:us |presidential |general |local )?elections?|wahlen|wahl|valet|valg|elecciones|élections) \d{4}$/iu, '11'],
  [/^(?:the )?(?:war|krieg|oorlog|guerra|guerre|krig|krigen|kriget) (?:in|im|i|en|gegen|on|de|na) /iu, '16'],
  [/^(?:oorlog|guerra|guerre|krig) (?:oekraïne|ucrania|ucraina|ukraine|gaza|israel|israël)$/iu, '16'],
  [/^(?:ukrainan|gazan|lähi-idän) sota$/iu, '16'],
  [
    /(?<![\p{L}])(?:ukraine|ukraina|nahost|gaza|israel|hamas|middle east|russia)(?: |-)(?:war|krieg|krigen|kriget|conflict|konflikt)(?!\p{L})/iu,
    '16',
  ],
  [/^(?:aktien|börsen?)(?:bericht|kurse)?(?: \p{L}+)?$/iu, '04'],
];

/** Words of a longer category may mean anything. */
const MAX_WORDS = 5;

/** The topic that a part of a category's name tells; undefined where none does. */
export function topicOfStem(name: string): string | undefined {
  if (name.split(/\s+/u, MAX_WORDS + 1).length > MAX_WORDS) return undefined;
  return STEMS.find(([stem]) => stem.test(name))?.[1];
}
