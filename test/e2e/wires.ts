import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface InventedStory {
  readonly headline: string;
  readonly category?: string;
  /** As the dts layout writes it: DD.MM.YYYY - HH:MM:SS. */
  readonly time?: string;
  readonly paragraphs?: readonly string[];
  /** The teasers under "Weitere Meldungen". */
  readonly teasers?: readonly string[];
}

/** A dispatch in the dts layout. */
export function story({
  headline,
  category = 'Inland',
  time = '10.11.2025 - 09:30:00',
  paragraphs,
  teasers,
}: InventedStory): string {
  const body = paragraphs ?? [
    `${headline}: Das teilte die Verwaltung am Montag nach einer langen Sitzung mit.`,
    'Die Bürgermeisterin sprach von einem guten Tag für die ganze Stadt.',
  ];
  const more = teasers ? ['Weitere Meldungen', ...teasers] : [];
  return `${[category, headline, time, ...body, '@ dts-nachrichtenagentur.de', ...more].join('\n\n')}\n`;
}

/** Puts a wire file into the folder as an agency's client does: under another name first, then renamed into place. */
export async function drop(wires: string, name: string, text: string | Uint8Array): Promise<void> {
  await writeFile(join(wires, `${name}.part`), text);
  await rename(join(wires, `${name}.part`), join(wires, name));
}

export interface InventedItem {
  readonly id: string;
  readonly version?: number;
  readonly headline: string;
  readonly html?: string;
  readonly at?: string;
  readonly status?: 'usable' | 'canceled';
  readonly embargo?: string;
  /** The agency's note to the desk, or the reason for a kill. */
  readonly note?: string;
  /** 1 flash, 2 urgent. */
  readonly urgency?: number;
}

/** A dispatch as ninjs, which has versions, embargoes, kills and markup. */
export const item = ({
  id,
  version = 1,
  headline,
  html = '<p>Text.</p>',
  at,
  status,
  embargo,
  note,
  urgency,
}: InventedItem) =>
  JSON.stringify({
    uri: `urn:newsml:nord.example:${id}`,
    type: 'text',
    version: String(version),
    versioncreated: at ?? '2025-11-10T10:15:00Z',
    pubstatus: status ?? 'usable',
    language: 'de',
    source: 'Nord-Nachrichten',
    headline,
    body_html: html,
    ...(embargo !== undefined && { embargoed: embargo }),
    ...(note !== undefined && { ednote: note }),
    ...(urgency !== undefined && { urgency }),
  });
