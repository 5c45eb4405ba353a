const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** An address that may be opened outside, in its normal form; undefined for what is no URL or neither http, https nor mailto. */
export function safeLink(address: string): string | undefined {
  const url = URL.parse(address);
  return url !== null && schemes.has(url.protocol) ? url.href : undefined;
}
