import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * What every dispatch contains, in German and English: what is packed refers to it, so it must never change. With it the JSON of
 * a short dispatch becomes half as long, and 0.6 of its length without; packing takes 33 µs, unpacking 14.
 */
const COMMON = Buffer.from(
  `Der Die Das In Im Am Mit Nach Für Von Bei Auf Zu Ein Eine einen einer eines einem hatte haben wurde werden worden sich nicht sind \
sagte sagen über auch nur noch mehr als aus dem den des der die das und in zu mit von für auf im ist es am an bei nach vor zum zur wie \
sein seine Prozent Millionen Milliarden Euro Berlin Deutschland deutsche Regierung Präsident Minister Montag Dienstag Mittwoch \
Donnerstag Freitag Samstag Sonntag Januar Februar März April Mai Juni Juli August September Oktober November Dezember The the of and to \
in a that for on was with said is by at from his has have he as be it were which their would will been percent million billion \
government president minister Monday Tuesday Wednesday Thursday Friday Saturday Sunday {"type":"subhead","text":"{"type":"pre","text":"\
{"type":"list","items":["{"type":"table","rows":[["signal":"correction","signal":"update","refersTo":[{"relation":"updates","id":"medtop:",\
"topics":["language":"en","language":"de","place":"","byline":"","kicker":"","subhead":"","slug":"","dateline":"","number":"","source":"",\
"embargoUntil":"","notes":[{"kind":"contact","text":"","related":[],"file":{"path":"","size":,"sha256":"","encoding":"windows-1252",\
"encoding":"utf-8","format":"","warnings":[]}}"},{"type":"paragraph","text":"{"id":"","version":1,"status":"usable","headline":"",\
"categories":["Politik"],"keywords":[],"urgency":5,"publishedAt":"2026-01-01T00:00:00+01:00","receivedAt":"2026-01-01T00:00:00.000Z",\
"body":[{"type":"paragraph","text":"`,
);

/** Bytes of zlib's output buffer, which has to be collected for every dispatch: most fit in these instead of its 16 KB. */
const PACKED_BYTES = 4_096;
const JSON_BYTES = 8_192;
/** What is kept of the places where a few letters occurred: half of the usual, for so short a text, is cleared sooner. */
const HASHES = 7;

/** The JSON of a dispatch as the index keeps it. Copied out of zlib's buffer, which would go along with it from thread to thread. */
export const packed = (json: string): Uint8Array =>
  new Uint8Array(deflateRawSync(json, { level: 1, memLevel: HASHES, chunkSize: PACKED_BYTES, dictionary: COMMON }));

/** The JSON of a dispatch from the index; up to version 10 it was not packed. Undefined for what is none. */
export function unpacked(kept: unknown): string | undefined {
  if (typeof kept === 'string') return kept;
  return kept instanceof Uint8Array
    ? inflateRawSync(kept, { chunkSize: JSON_BYTES, dictionary: COMMON }).toString()
    : undefined;
}
