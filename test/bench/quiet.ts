/** Share of the shortest time. Beyond this, figures of the same code differ as much. */
const MOST_APART = 0.15;

/** Milliseconds that the same arithmetic takes on the clock, and of the processor; half a second on the machines of today. */
function loop(): { clock: number; processor: number } {
  const began = performance.now();
  const before = process.cpuUsage();
  let sum = 0;
  for (let i = 0; i < 150_000_000; i++) sum = (sum + i) % 1_000_003;
  if (Number.isNaN(sum)) throw new Error('unreachable');
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - began, processor: (user + system) / 1_000 };
}

/**
 * Says whether a bare loop takes as long twice, and as long as the processor works at it: if not, something else is using the
 * machine.
 */
export function quietness(): string {
  const times = [loop(), loop()].flatMap(({ clock, processor }) => [clock, processor]);
  const apart = Math.max(...times) / Math.min(...times) - 1;
  const [one = 0, ofOne = 0, two = 0, ofTwo = 0] = times.map(Math.round);
  const took = `a bare loop took ${one} and ${two} ms, of the processor ${ofOne} and ${ofTwo} ms`;
  if (apart <= MOST_APART) return `quiet machine: ${took}`;
  return `NOT A QUIET MACHINE: ${took}, ${(apart * 100).toFixed(0)} % apart. Do not trust the times.`;
}
