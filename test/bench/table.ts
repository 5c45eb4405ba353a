/** A row of the report: what, the goal in words, what was measured, against what, and whether it was reached. */
export interface Figure {
  readonly what: string;
  readonly goal: string;
  readonly figure: string;
  readonly compared: string;
  readonly ratio?: number;
  readonly reached?: boolean;
}

export function markdown(figures: readonly Figure[]): string {
  const head = ['what', 'goal', 'figure', 'ratio', 'compared with', 'reached'];
  const rows = figures.map((f) => [
    f.what,
    f.goal,
    f.figure,
    f.ratio === undefined ? '' : f.ratio.toFixed(2),
    f.compared,
    f.reached === undefined ? '' : f.reached ? 'yes' : 'no',
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
