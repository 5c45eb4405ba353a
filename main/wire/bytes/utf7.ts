/** RFC 2152: text between `+` and `-` is UTF-16 in Base64; `+-` is a plus sign. */
const SHIFTED = /\+(?<base64>[A-Za-z\d+/]*)-?/g;

/** Text of UTF-7, which old Exchange servers send; TextDecoder does not know it. */
export const utf7 = {
  decode: (bytes: Uint8Array): string =>
    Buffer.from(bytes)
      .toString('latin1')
      .replace(SHIFTED, (_, base64: string) => {
        if (base64 === '') return '+';
        const units = Buffer.from(base64, 'base64');
        return new TextDecoder('utf-16be').decode(units.subarray(0, units.length & ~1));
      }),
};
