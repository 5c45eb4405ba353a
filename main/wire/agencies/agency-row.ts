/** A news agency or press-release service. */
export interface Agency {
  /** The one spelling in which the source list shows it. */
  readonly name: string;
  /** How it abbreviates its name in datelines, credits, sign-offs and before item numbers, in the case it prints. */
  readonly letters?: readonly string[];
  /** Other names it goes by, in lower case. Its name, letters and domains count anyway. */
  readonly aliases?: readonly string[];
  /** Its letters are also a given name or a word: `Mia`, `Beta` are not it, `MIA` and `mia` are. */
  readonly isWord?: boolean;
  /** Lower-case words that name it anywhere in a longer name (`über dts Nachrichtenagentur`). */
  readonly within?: readonly string[];
  /** Its letters before any desk or service also name it: `dpa/lby`, `dpa-infocom`, `epd Landesdienst West`. */
  readonly hasDesks?: boolean;
  /** Without `www.`; hosts below them count. */
  readonly domains?: readonly string[];
  /** IANA zone of its clocks: for times that name none. */
  readonly zone?: string;
  /** BCP 47 tag, for agencies that write in one language only. */
  readonly language?: string;
  /** Letters of its services, which number items in kills: `bdt0157`. */
  readonly services?: readonly string[];
  /** How it signs a dateline that has no dash, letter for letter: `Bonn (KNA) Der …`. */
  readonly dashless?: readonly string[];
}

export const DTS = 'dts-nachrichtenagentur.de';
