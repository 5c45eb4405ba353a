const NAME = String.raw`\p{Lu}[\p{L}.'’-]*`;
const LINE = new RegExp(
  String.raw`^\s*(?:By|Von) (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)(?<names>${NAME}(?: (?:(?:and|und|de|der|den|van|von|da|di|al|el|bin)[ -])*${NAME}){1,6}(?:, [^.:?!]{2,80})?)$`,
  'u',
);

/**
 * The names in a byline: `By Jane Roe and Ole Brandt`, `Von Anna Brook, dpa`, `By Jane Roe, Arts Editor`. Undefined for other
 * lines, such as the start of a sentence (`Von Bergen fahren wieder Züge`).
 */
export const namesOf = (line: string): string | undefined => LINE.exec(line)?.groups?.names;
