const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** News wires use the 24-hour clock in every language. */
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const sameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString();

/** The time of a list row in the system's zone: today HH:MM, this year day and month, else the full date. Empty for an invalid time. */
export function rowTime(iso: string, now: Date, locale: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return '';
  if (sameDay(time, now)) return time.toLocaleTimeString(locale, CLOCK);
  if (time.getFullYear() === now.getFullYear())
    return time.toLocaleDateString(locale, { day: 'numeric', month: 'short' });
  return time.toLocaleDateString(locale, { day: '2-digit', month: '2-digit', year: 'numeric' });
}

/** Date and time in the system's zone, with the zone's name if wanted. An invalid time is returned as it is. */
export function fullTime(iso: string, locale: string, zone?: 'zone'): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return time.toLocaleString(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...CLOCK,
    ...(zone ? { timeZoneName: 'long' } : {}),
  });
}

/** A moment near now in the system's zone, in short: the time, with the weekday or the date unless it is today. */
export function momentText(at: Date, now: Date, locale: string): string {
  if (Number.isNaN(at.getTime())) return '';
  const near = Math.abs(at.getTime() - now.getTime()) < 6 * DAY;
  const day = near ? ({ weekday: 'short' } as const) : ({ day: 'numeric', month: 'short' } as const);
  return at.toLocaleString(locale, { ...(sameDay(at, now) ? {} : day), ...CLOCK });
}

/** The date in the system's zone. */
export function fullDate(iso: string, locale: string): string {
  return new Date(iso).toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** How long ago, in the largest fitting unit; empty beyond a week. */
export function relativeTime(iso: string, now: Date, locale: string): string {
  const past = new Date(iso).getTime() - now.getTime();
  const size = Math.abs(past);
  if (!(size < 7 * DAY)) return '';
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (size < MINUTE) return format.format(0, 'second');
  if (size < HOUR) return format.format(Math.trunc(past / MINUTE), 'minute');
  if (size < DAY) return format.format(Math.trunc(past / HOUR), 'hour');
  return format.format(Math.trunc(past / DAY), 'day');
}

/** A duration of so many seconds in short: "40 s", "3 min", "2 h 5 min". */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
