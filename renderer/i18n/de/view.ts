/** How lists and panes look, in German. */
export const view = {
  'command.densityOne': 'Eine Zeile je Meldung',
  'command.densityTwo': 'Zwei Zeilen je Meldung',
  'command.densityThree': 'Überschrift und Vorspann',
  'command.layoutColumns': 'Liste neben dem Text',
  'command.layoutStack': 'Liste über dem Text',
  'command.articleOnly': 'Nur der Text',
  'command.fullScreen': 'Vollbild',
  'pane.resizeListHeight': 'Höhe der Meldungsliste',
  'view.menu': 'Darstellung der Liste',
  'row.urgency': 'Priorität {{urgency}}',
} as const;
