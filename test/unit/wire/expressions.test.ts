import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseSync } from '@swc/core';
import { analyse } from 'scslre';
import { expect, test, vi } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const HOUSE = ['main', 'preload', 'renderer'];

interface Expression {
  /** Path below the project's folder, with forward slashes. */
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/**
 * Expressions that are slower than linear in what they are given, by the file and a part of their source, and why that is short.
 * scslre says of all others that no text makes them so.
 */
const BOUNDED: readonly (readonly [file: string, part: string, reason: string])[] = [
  ['main/wire/agencies/agency-time.ts', String.raw`^(\d{4}[-.]?`, 'a time of 80 characters at most'],
  ['main/wire/text/dateline.ts', String.raw`^\s*\((?<agency>[\p{L}]`, 'the first 140 characters of a paragraph'],
  ['main/wire/text/dateline.ts', String.raw`[(/](?<agency>[\p{L}]`, 'the first 140 characters of a paragraph'],
];

const isBounded = ({ file, source }: Expression): boolean =>
  BOUNDED.some(([where, part]) => where === file && source.includes(part));

/** Why an expression may take more than linear time, one line for each of its parts; none where it may not. */
const slowParts = ({ file, source, flags }: Expression): string[] =>
  analyse({ source, flags }, { maxReports: Number.POSITIVE_INFINITY }).reports.map(
    ({ type }) => `${file}: ${type} in /${source}/${flags}`,
  );

function files(): string[] {
  return HOUSE.flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${room}/${name.split(sep).join('/')}`),
  );
}

/** The nodes of a syntax tree. */
function* nodes(tree: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(tree)) for (const child of tree) yield* nodes(child);
  else if (typeof tree === 'object' && tree !== null) {
    yield tree as Record<string, unknown>;
    yield* nodes(Object.values(tree));
  }
}

const syntaxOf = (file: string) =>
  parseSync(readFileSync(join(ROOT, file), 'utf8'), {
    syntax: 'typescript',
    tsx: file.endsWith('x'),
    target: 'es2024',
  });

const literals = (file: string): Expression[] =>
  [...nodes(syntaxOf(file))]
    .filter((node) => node.type === 'RegExpLiteral')
    .map(({ pattern, flags }) => ({ file, source: String(pattern), flags: String(flags) }));

/** The expressions that the parsers put together from parts when they are loaded. */
async function composed(): Promise<Expression[]> {
  const found: Expression[] = [];
  const Original = RegExp;
  vi.resetModules();
  vi.stubGlobal(
    'RegExp',
    new Proxy(Original, {
      construct(target, [source, flags]) {
        const made = new target(source, flags);
        const file = /main\/wire\/[\w./-]+\.ts/.exec(new Error('made here').stack ?? '')?.[0];
        if (file !== undefined) found.push({ file, source: made.source, flags: made.flags });
        return made;
      },
    }),
  );
  await import('../../../main/wire/read.ts');
  vi.unstubAllGlobals();
  return found;
}

test('no text makes a regular expression slower than linear', () => {
  const all = files().flatMap(literals);
  expect(all.length).toBeGreaterThan(500);
  expect(all.filter((one) => !isBounded(one)).flatMap(slowParts)).toEqual([]);
});

test('nor one that is put together from parts', async () => {
  const all = await composed();
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter((one) => !isBounded(one)).flatMap(slowParts)).toEqual([]);
});

test('no expression names two groups alike: the oldest Node that package.json allows refuses to load it', async () => {
  const namesTwice = ({ source }: Expression) => {
    const names = [...source.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name);
    return new Set(names).size < names.length;
  };
  expect([...files().flatMap(literals), ...(await composed())].filter(namesTwice)).toEqual([]);
});

test('every exception is of an expression that needs it', async () => {
  const slow = [...files().flatMap(literals), ...(await composed())].filter((one) => slowParts(one).length > 0);
  const unused = BOUNDED.filter(([file, part]) => !slow.some((one) => one.file === file && one.source.includes(part)));
  expect(unused).toEqual([]);
});

test('the check finds what is slow in long runs', () => {
  const of = (pattern: RegExp) => slowParts({ file: '', source: pattern.source, flags: pattern.flags }).length;
  expect([/\s+$/, /^\s*a?\s*$/, /(?:a|a)*b/].map(of)).not.toContain(0);
  expect([/(?<!\s)\s+$/, /^\s*(?:a\s*)?$/].map(of)).toEqual([0, 0]);
});
