/** Clocks are never quite equal: what lies below is the network. */
const TOLERANCE_MS = 500;

/**
 * Milliseconds that the server's clock is ahead of this computer's; undefined while `known` still holds. The server said that it was
 * `there` (ISO 8601), asked at `askedAt` and heard at `heardAt` by this computer's clock.
 */
export function measuredOffset(there: string, askedAt: number, heardAt: number, known: number): number | undefined {
  const measured = Date.parse(there) - (askedAt + heardAt) / 2;
  const doubt = Math.max(TOLERANCE_MS, (heardAt - askedAt) / 2);
  if (Math.abs(measured - known) < doubt) return undefined;
  return Math.abs(measured) < TOLERANCE_MS ? 0 : Math.round(measured);
}
