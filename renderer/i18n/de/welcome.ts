/** The screens of the first start, in German. */
export const welcome = {
  'welcome.title': 'Willkommen bei Depesche',
  'welcome.step': 'Schritt {{step}} von {{steps}}',
  'welcome.skip': 'Überspringen',
  'welcome.back': 'Zurück',
  'welcome.next': 'Weiter',
  'welcome.done': 'Loslegen',
  'welcome.folder': 'Woher kommen Ihre Meldungen?',
  'welcome.folderText':
    'Depesche liest aus einem Ordner, in den Ihr Agenturprogramm, FTP oder der Satellitenempfänger die Meldungen legt. Depesche verändert darin nichts.',
  'welcome.samples': 'Noch kein Ordner? In einem neuen liegen ein paar Beispiele zum Ausprobieren.',
  'welcome.look': 'Wie soll es aussehen?',
  'welcome.lookText': 'Alles Weitere steht in den Einstellungen.',
  'welcome.keys': 'Alles geht mit der Tastatur',
  'welcome.keysText': 'Diese Tasten reichen für den Anfang. Sie lassen sich in den Einstellungen ändern.',
} as const;
