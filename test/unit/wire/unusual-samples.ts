import { blockText } from '../../../main/wire/dispatch.ts';
import { dispatchesOf, type onlyOf } from './reading.ts';

export const textOf = (dispatch: ReturnType<typeof onlyOf>) => dispatch.body.map(blockText).join('\n');

export const all = (text: string) => dispatchesOf(new TextEncoder().encode(text)).dispatches;

export const mail = (subject: string) =>
  `From: Desk <desk@nord.example>\nSubject: ${subject}\nDate: Tue, 10 Mar 2026 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\nDas teilte die Kommission am Dienstag mit.\n`;
