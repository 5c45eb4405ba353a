const two = (number: number): string => String(number).padStart(2, '0');

/** The minute of a moment in the system's zone, for the names of files: `2026-11-29-0630` sorts by time. */
export function minuteName(at: Date): string {
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}-${two(at.getHours())}${two(at.getMinutes())}`;
}
