export function licenceProblems(
  packages: Iterable<{ readonly name: string; readonly licence?: string | undefined }>,
  use: 'bundled' | 'tool',
): string[];
