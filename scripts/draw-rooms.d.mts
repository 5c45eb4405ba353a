/** The house as a Mermaid flowchart: an arrow for each import that does not follow from two others. */
export function drawing(): string;

/** The text of docs/architecture.md with the drawing of today in it. Throws where the text has no place for it. */
export function withDrawing(text: string): string;
