/** The rooms as a Mermaid flowchart: an arrow for each import that does not follow from two others. */
export function drawing(): string;

/** The text of docs/architecture.md with the current drawing. Throws if the comments around the drawing are missing. */
export function withDrawing(text: string): string;
