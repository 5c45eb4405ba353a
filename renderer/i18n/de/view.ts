/** How lists and panes look, in German. */
export const view = {
  'command.densityOne': 'Eine Zeile je Meldung',
  'command.densityTwo': 'Zwei Zeilen je Meldung',
  'command.densityThree': 'Überschrift und Vorspann',
  'view.menu': 'Darstellung der Liste',
  'row.urgency': 'Priorität {{urgency}}',
} as const;
