import { readFileSync } from 'node:fs';

/** A row of the report: what, the goal in words, what was measured, against what, and whether it was reached. */
export interface Figure {
  /** The same at every size. */
  readonly what: string;
  readonly goal: string;
  readonly figure: string;
  readonly compared: string;
  readonly ratio?: number;
  readonly reached?: boolean;
  /** What it cannot be better than here, and why. */
  readonly limit?: string;
}

/** What a run of the bench has measured, as `--json` keeps it. */
export interface Run {
  readonly count: number;
  /** Of the wire files. */
  readonly bytes: number;
  readonly node: string;
  readonly cpu: string;
  readonly date: string;
  /** How quiet the machine was before and after. */
  readonly quiet: readonly string[];
  readonly figures: readonly Figure[];
}

/** Runs beside each other as a table of Markdown: a row for what was measured, and two columns for each run. */
export function markdown(runs: readonly Run[]): string {
  const whats = new Map(runs.flatMap(({ figures }) => figures.map((figure) => [figure.what, figure] as const)));
  const head = ['what', 'goal', ...runs.flatMap((run) => [nameOf(run), 'beside it']), 'limit'];
  const rows = [...whats.values()].map(({ what, goal, limit = '' }) => [
    what,
    goal,
    ...runs.flatMap(({ figures }) => cells(figures.find((figure) => figure.what === what))),
    limit,
  ]);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const nameOf = ({ count, bytes }: Run) => `${count.toLocaleString('en')} of ${(bytes / count / 1000).toFixed(1)} KB`;

function cells(figure: Figure | undefined): [string, string] {
  if (!figure) return ['', ''];
  const ratio = figure.ratio === undefined ? '' : `; ${figure.ratio.toFixed(2)} ×`;
  const verdict = figure.reached === undefined ? '' : figure.reached ? ' ✓' : ' **✗**';
  return [`${figure.figure}${ratio}${verdict}`, figure.compared];
}

const conditions = (run: Run) =>
  `${nameOf(run)}: ${run.date.slice(0, 10)}, ${run.cpu}, Node ${run.node}; ${run.quiet.join('; ')}`;

// `node test/bench/table.ts FILE…` makes the table of docs/performance.md from what `--json` kept.
if (import.meta.main) {
  const runs: Run[] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')));
  console.log([...runs.map(conditions), '', markdown(runs)].join('\n'));
}
