export function downloadFailure(error: unknown): string;
