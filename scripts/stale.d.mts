/** Whether the project at `root` has to be built: an output is missing or a source has changed after it. */
export function stale(root: string): boolean;
