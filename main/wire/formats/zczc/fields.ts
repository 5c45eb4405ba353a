import { ansaFields } from './ansa.ts';
import type { ZczcFields } from './dialect.ts';
import { ptiFields } from './pti.ts';

/** AAP's category letters (`$` line of the base dialect). */
const CATEGORIES: Readonly<Record<string, string>> = {
  A: 'Domestic',
  I: 'International',
  F: 'Finance',
  S: 'Domestic Sport',
  T: 'Overseas Sport',
  R: 'Racing',
  H: 'Horse Racing',
  E: 'Entertainment',
  C: 'Entertainment',
  J: 'Press Release',
  K: 'Press Release',
  L: 'Regional',
  N: 'Features',
  V: 'Advisories',
};

const PREFIX = /^(?<sign>[$:=^&+@~%#*|!])(?<value>.*)$/u;
const FIELD = /^(?<name>[A-Z]{2})#(?<value>.*)$/u;

/** Reads the lines between `ZCZC …` and `NNNN` in the dialect that they fit. */
export function readFields(lines: readonly string[]): ZczcFields {
  return (
    ptiFields(lines) ??
    ansaFields(lines) ??
    (lines.slice(0, 6).some((line) => FIELD.test(line)) ? newsBites(lines) : lettered(lines))
  );
}

/** News Bites: `KN#`, `PD#`, `TI#`, `AB#`, `TX#` and the like, with the text after the last of them. */
function newsBites(lines: readonly string[]): ZczcFields {
  const fields = new Map<string, string>();
  let text: readonly string[] = [];
  for (const [i, line] of lines.entries()) {
    const groups = FIELD.exec(line)?.groups;
    if (!groups) continue;
    fields.set(groups.name ?? '', (groups.value ?? '').trim());
    if (groups.name === 'TX') {
      text = [groups.value ?? '', ...lines.slice(i + 1)];
      break;
    }
  }
  const field = (name: string, key: string) => (fields.get(name) ? { [key]: fields.get(name) } : {});
  return {
    ...field('TI', 'headline'),
    ...field('KY', 'slug'),
    ...field('PD', 'time'),
    ...field('AN', 'number'),
    ...field('KN', 'source'),
    ...field('AB', 'lead'),
    keywords: [fields.get('CO'), fields.get('SO')].filter((word) => word !== undefined && /\w/.test(word)) as string[],
    tabular: false,
    text,
  };
}

interface Line {
  readonly sign: string;
  readonly value: string;
}

/** Fields that follow `*X` or a blank line have a shape; lines of a text also begin with these signs (`$5 million`, `#tag`). */
const LATE_FIELD =
  /^(?:&[A-Z][\w\\]{0,30}|\+\d{6,8}|\*(?:\d{6,8}|[XT])|@[A-Za-z]{2,12}|~[\p{L} ]{2,30}|:\([^()]{2,40}\)|%[A-Z]|=[\p{L}\d ]{1,20}|#[^.]{2,60}_[A-Z\d]{2,6})\s*$/u;
/** `YY RFG TDR`: where to, above the fields. */
const ROUTING = /^[A-Z]{1,3}(?: [A-Z]{2,4}){1,4}\s*$/u;

/** AAP and similar: lines with one prefix character each, then the text. `$` with words is a headline, with a letter a category. */
function lettered(lines: readonly string[]): ZczcFields {
  const head: Line[] = [];
  let isLate = false;
  let end = 0;
  for (let row = 0; row < lines.length; row++) {
    const line = lines[row] ?? '';
    if (line.trim() === '') {
      isLate ||= head.length > 0;
      continue;
    }
    if (head.length === 0 && ROUTING.test(line) && /^[:$^]\S/u.test(lines[row + 1] ?? '')) continue;
    const groups = PREFIX.exec(line)?.groups;
    // A star with a space is a bullet of the text; a prefix alone is an empty field.
    if (!groups || /^\*\s/.test(line) || (isLate && !LATE_FIELD.test(line))) break;
    head.push({ sign: groups.sign ?? '', value: (groups.value ?? '').trim() });
    isLate ||= /^\*[XT]$/.test(line.trim());
    end = row + 1;
  }
  return { ...fieldsOf(head), text: lines.slice(end) };
}

function fieldsOf(head: readonly Line[]): Omit<ZczcFields, 'text'> {
  const values = (sign: string) =>
    head.filter((line) => line.sign === sign && line.value !== '').map((line) => line.value);
  const broadcast = values('$').some((value) => value.length > 3);
  // Without a headline of its own, the first of several keywords is in words.
  const keywords = values(':');
  const headline = broadcast
    ? values('$')[0]
    : (values('^')[0] ?? (keywords.length > 1 && /\p{Ll}{2}/u.test(keywords[0] ?? '') ? keywords[0] : undefined));
  const slug = broadcast ? values('#')[0] : keywords.at(-1);
  const letter = (broadcast ? values('%')[0] : values('$')[0])?.slice(0, 1);
  const place = (broadcast ? values(':').find((value) => /\p{L}/u.test(value)) : values('@')[0])?.replace(
    /^\((.*)\)$/,
    '$1',
  );
  const take = values('=')[0];
  const genre = values('~')[0];
  const routing = broadcast ? [] : values('%').flatMap((value) => value.split(/\s+/));
  return {
    ...(headline ? { headline } : {}),
    ...(slug ? { slug: [slug, take].filter((part) => part !== undefined).join(' ') } : {}),
    ...(letter ? { category: CATEGORIES[letter.toUpperCase()] ?? letter } : {}),
    ...(place ? { place } : {}),
    ...(genre ? { kicker: genre } : {}),
    tabular: head.some((line) => line.sign === '*' && line.value === 'T'),
    keywords: routing,
  };
}
