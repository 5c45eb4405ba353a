/** The hosts that were found. `missing` says why there is no Electron. */
interface Found {
  readonly wanted: boolean;
  readonly display: boolean;
  readonly electron?: string | undefined;
  readonly missing: string;
  readonly browser: string | undefined;
}

/** Which host shows the reader (`address`: none opens by itself), and the line that says why. */
export function chooseHost(found: Found): { kind: 'electron' | 'window' | 'address'; why: string };
