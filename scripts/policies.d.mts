export function policyFiles(): Map<string, string>;
