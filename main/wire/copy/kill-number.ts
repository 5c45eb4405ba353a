/** `kill item dpa 157`, `Meldung dpa 0157`, `story moved as V9991`, `bdt0157`: what a kill or hold calls its target. */
const NAMED =
  /\b(?:item|story|take|meldung|bericht|dispatch|nummer|number|nr|no|lfd)\b\.?:?\s*(?:(?:number|nr|no|nummer)\b\.?:?\s*)?(?:the\s+)?(?:[a-z]{2,5}[ -]?)?#?(?<number>[A-Z]?\d{2,5})\b/iu;
const AGENCY = /\b(?:dpa|afp|kna|epd|apa|ats|sda|ap|belga|ansa|efe)\s+(?<number>\d{2,5})\b/iu;
const TRANSMISSION = /\b(?<number>[A-Z]\d{4})\b/u;

/**
 * The item number a text names, filled with zeros to the width `own` has (kills write `dpa 157` for `dpa 0157`); undefined
 * where it names none or only its own.
 */
export function namedNumber(text: string, own: string | undefined): string | undefined {
  for (const pattern of [NAMED, AGENCY, TRANSMISSION]) {
    const number = pattern.exec(text)?.groups?.number;
    if (number && number !== own) return own && /^\d+$/.test(number) ? number.padStart(own.length, '0') : number;
  }
  return undefined;
}
