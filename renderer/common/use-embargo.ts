import { useEffect, useState } from 'react';

/** The longest timeout of a browser. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** True until the embargo's time (ISO 8601) is reached; the component is drawn again when it is. */
export function useEmbargo(until: string | undefined): boolean {
  const [now, setNow] = useState(() => Date.now());
  const end = until === undefined ? Number.NEGATIVE_INFINITY : new Date(until).getTime();
  useEffect(() => {
    if (!(end > now)) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(MAX_TIMEOUT_MS, Math.max(0, end - Date.now()) + 50));
    return () => clearTimeout(timer);
  }, [end, now]);
  return end > now;
}
