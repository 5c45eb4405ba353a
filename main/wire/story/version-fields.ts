import type { Note } from '../dispatch.ts';
import type { Draft } from './draft.ts';
import type { Embargo } from './embargo.ts';
import { namedNumber } from './kill-number.ts';
import type { Marker } from './markers.ts';

export interface Told {
  readonly marker: Marker | undefined;
  readonly embargo: Embargo | undefined;
  /** All the text there is, for the number a kill names. */
  readonly text: string;
  readonly number?: string | undefined;
  /** Urgency of the header. A marker may only raise it. */
  readonly urgency?: number | undefined;
}

/**
 * Status, signal, urgency, embargo and reference of a dispatch after its markers, and the notes that follow from them: the
 * reason of a kill or hold, the sentence of an embargo.
 */
export function versionFields(told: Told): { fields: Partial<Draft>; notes: Note[] } {
  const { marker, embargo, text, number } = told;
  const meant = marker?.relation ? namedNumber(text, number) : undefined;
  // Updates name no number as a rule: without one the library proposes the chain.
  const refers =
    marker?.relation && (meant || marker.status)
      ? [{ relation: marker.relation, ...(meant ? { number: meant } : {}) }]
      : undefined;
  const urgency = Math.min(told.urgency ?? 5, marker?.urgency ?? 9);
  const fields: Partial<Draft> = {
    signal: marker?.status ? 'advisory' : marker?.signal,
    urgency,
    status: marker?.status ?? (embargo ? 'embargoed' : undefined),
    embargoUntil: embargo?.until,
    refersTo: refers,
  };
  return {
    fields,
    notes: [
      ...(marker?.status ? [{ kind: 'reason' as const, text: text.replace(/\s+/g, ' ').trim().slice(0, 600) }] : []),
      ...(embargo ? [{ kind: 'embargo' as const, text: embargo.text }] : []),
    ],
  };
}
