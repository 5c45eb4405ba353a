import { useEffect, useState } from 'react';

/** The longest wait a timer of the browser can have, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** True while the embargo holds; it ends by itself, without a new answer of the host. */
export function useEmbargo(until: string | undefined): boolean {
  const [now, setNow] = useState(() => Date.now());
  const end = until === undefined ? Number.NEGATIVE_INFINITY : new Date(until).getTime();
  useEffect(() => {
    if (!(end > now)) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(LONGEST, Math.max(0, end - Date.now()) + 50));
    return () => clearTimeout(timer);
  }, [end, now]);
  return end > now;
}
