import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Dispatch, Signal } from '../../../../main/wire/dispatch.ts';
import { dispatch } from '../sample.ts';

/** Two dispatches, and whether they are the same story: see test/fixtures/stories/README.md. */
export interface Pair {
  /** The file and what kind of pair it is. */
  readonly name: string;
  readonly isSame: boolean;
  readonly one: Dispatch;
  readonly other: Dispatch;
}

const FOLDER = join(import.meta.dirname, '../../../fixtures/stories');

interface Written {
  readonly fields: ReadonlyMap<string, string>;
  readonly paragraphs: readonly string[];
}

/** All labelled pairs. */
export const storyPairs = (): Pair[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => pairsIn(name, readFileSync(join(FOLDER, name), 'utf8')));

function pairsIn(file: string, text: string): Pair[] {
  const [first = '', ...others] = text.split(/^== /m);
  const base = written(first.split('\n'));
  const one = dispatchOf(`${file} 0`, base, base.fields);
  return others.map((part, i) => {
    const [label = '', ...lines] = part.split('\n');
    const [, what = '', headline] = /^([^:]*)(?:: (.*))?$/.exec(label) ?? [];
    const { fields, paragraphs } = written(lines);
    const own = new Map([
      ...base.fields,
      ...fields,
      ...(headline === undefined ? [] : [['headline', headline] as const]),
    ]);
    const other = dispatchOf(`${file} ${i + 1}`, { fields, paragraphs: changed(base.paragraphs, paragraphs) }, own);
    return { name: `${file}: ${what}`, isSame: what.startsWith('same '), one, other };
  });
}

function written(lines: readonly string[]): Written {
  const fields = lines.map((line) => /^(source|time|language|signal|headline): (.*)$/.exec(line));
  return {
    fields: new Map(fields.flatMap((found) => (found ? [[found[1] ?? '', found[2] ?? ''] as const] : []))),
    paragraphs: lines.filter((line, i) => line.trim() !== '' && !fields[i]),
  };
}

/** The paragraphs as the changes say, or those given instead. */
function changed(base: readonly string[], lines: readonly string[]): string[] {
  const isChange = (line: string) => /^(?:- .* => |[\^+] |keep \d)/.test(line);
  if (lines.length > 0 && !lines.some(isChange)) return [...lines];
  return lines.reduce<string[]>(apply, [...base]);
}

function apply(paragraphs: string[], line: string): string[] {
  const [sign, ...rest] = line.split(' ');
  const text = rest.join(' ');
  if (sign === 'keep') return paragraphs.slice(0, Number(text));
  if (sign === '^') return [text, ...paragraphs];
  if (sign === '+') return [...paragraphs, text];
  const [from = '', to = ''] = text.split(' => ');
  if (!paragraphs.some((one) => one.includes(from))) throw new Error(`not in the first text: ${from}`);
  return paragraphs.map((one) => one.replace(from, to));
}

function dispatchOf(id: string, { paragraphs }: Written, fields: ReadonlyMap<string, string>): Dispatch {
  const field = (name: string) => fields.get(name) ?? '';
  const signal = Signal.safeParse(fields.get('signal')).data;
  return dispatch({
    id,
    source: field('source'),
    headline: field('headline'),
    language: fields.get('language') ?? 'de',
    publishedAt: `2026-03-16T${field('time')}:00+01:00`,
    body: [...paragraphs],
    ...(signal !== undefined && { signal }),
  });
}
