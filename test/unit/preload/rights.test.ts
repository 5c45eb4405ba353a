import { expect, test } from 'vitest';
import { restrictionOf } from '../../../preload/text/rights.ts';

const of = (rights: string, copyright?: string) =>
  restrictionOf({ rights, notes: copyright === undefined ? [] : [{ kind: 'copyright', text: copyright }] });

test.each([
  ['Copyright 2025 Nordpress. All rights reserved.', undefined],
  ['© 2025 dpa. Alle Rechte vorbehalten.', undefined],
  ['This material may not be published, broadcast, rewritten or redistributed.', undefined],
  ['Notarztstelle, Bonus und Keinath', undefined],
  ['© Nordpress. Nur zur Verwendung im Print.', 'Nur zur Verwendung im Print.'],
  ['All rights reserved. No use in the UK; mags out.', 'No use in the UK;'],
  ['MANDATORY CREDIT: Nordpress', 'MANDATORY CREDIT: Nordpress'],
  ['', undefined],
])('%s restricts: %s', (rights, restriction) => {
  expect(of(rights)).toBe(restriction);
});

test('a note on the rights counts, and a sentence only once', () => {
  expect(of('Nicht online. © NP', 'Nicht online. Sperre bis 2026!')).toBe('Nicht online.');
});

test('other notes are no rights', () => {
  expect(restrictionOf({ notes: [{ kind: 'editor', text: 'Only for the desk.' }] })).toBeUndefined();
});
