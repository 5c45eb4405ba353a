import type { Message } from '../../preload/contract/messages.ts';
import type { Dispatch, Problem } from './dispatch.ts';

/** The beginning of a file, decoded as far as detection needs it. */
export interface Head {
  /** The first bytes as they are, 4 KiB at most. */
  readonly bytes: Uint8Array;
  /** The first characters after decoding, without byte order mark, 4096 at most. */
  readonly text: string;
}

/** What is known of a file besides its bytes. */
export interface FileContext {
  /** The place below the wire folder, with forward slashes. */
  readonly path: string;
  /** When the file was written (ISO 8601). */
  readonly receivedAt: string;
  /** IANA zone of times without one, where the agency has none of its own. */
  readonly zone?: string | undefined;
  /** The encoding that a person has chosen, whatever the file says. */
  readonly encoding?: string | undefined;
}

/** A whole file as the formats see it. */
export interface DecodedFile {
  /** Path below the wire folder, with forward slashes: for identity and messages, never opened. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The decoded text without byte order mark; line ends as they are in the file. */
  readonly text: string;
  /** The encoding that was used, by its name in the WHATWG Encoding Standard. */
  readonly encoding: string;
  readonly sha256: string;
  /** When the file was written (ISO 8601): the time of last resort. */
  readonly receivedAt: string;
  /** IANA zone of times without one, where neither agency nor language knows better. */
  readonly zone?: string | undefined;
  /** What decoding has to say, e.g. that a declared encoding was wrong. */
  readonly warnings: readonly Message[];
}

/** What reading a file gives. */
export type Parsed =
  | {
      readonly kind: 'dispatches';
      readonly dispatches: readonly Dispatch[];
      /** Items of this file that could not be read; their neighbours were. */
      readonly problems: readonly Problem[];
      /** False when the file seems to stop in the middle (no end mark, unclosed XML): read it again later. */
      readonly complete: boolean;
    }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly complete: boolean };
