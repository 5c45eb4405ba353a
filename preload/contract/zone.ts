/** True for every zone (IANA) that this machine knows. */
export function isIanaZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The same, or `system`. */
export const isZone = (name: string): boolean => name === 'system' || isIanaZone(name);
