import type { Parsed } from '../wire/file.ts';

interface Row {
  files: number;
  dispatches: number;
  problems: number;
  warnings: number;
}

/** Counts by format over many files. */
export class Summary {
  private readonly rows = new Map<string, Row>();

  add(parsed: Parsed): void {
    if (parsed.kind !== 'dispatches') {
      this.count('(problem)', { files: 1, dispatches: 0, problems: 1, warnings: 0 });
      return;
    }
    const format = parsed.dispatches[0]?.file.format ?? '(empty)';
    this.count(format, {
      files: 1,
      dispatches: parsed.dispatches.length,
      problems: parsed.problems.length,
      warnings: parsed.dispatches.reduce((sum, { file }) => sum + file.warnings.length, 0),
    });
  }

  /** A Markdown table with a row per format and one for the total. */
  table(): string {
    const rows = [...this.rows].sort(([a], [b]) => a.localeCompare(b));
    const total = rows.reduce((sum, [, row]) => added(sum, row), NOTHING);
    const line = (name: string, row: Row) =>
      `| ${name.padEnd(12)} | ${[row.files, row.dispatches, row.problems, row.warnings].map((n) => String(n).padStart(10)).join(' | ')} |\n`;
    const head = `| ${'format'.padEnd(12)} | ${['files', 'dispatches', 'problems', 'warnings'].map((n) => n.padStart(10)).join(' | ')} |\n`;
    const rule = `| ${'-'.repeat(12)} | ${Array(4)
      .fill(`${'-'.repeat(9)}:`)
      .join(' | ')} |\n`;
    return head + rule + rows.map(([name, row]) => line(name, row)).join('') + line('all', total);
  }

  private count(format: string, row: Row): void {
    this.rows.set(format, added(this.rows.get(format) ?? NOTHING, row));
  }
}

const NOTHING: Row = { files: 0, dispatches: 0, problems: 0, warnings: 0 };
const added = (a: Row, b: Row): Row => ({
  files: a.files + b.files,
  dispatches: a.dispatches + b.dispatches,
  problems: a.problems + b.problems,
  warnings: a.warnings + b.warnings,
});
