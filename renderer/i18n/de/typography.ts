/** German texts of the settings of text and typeface. */
export const typography = {
  'settings.typography': 'Schrift',
  'settings.textFont': 'Schrift des Textes',
  'settings.textFont.serif': 'Source Serif (mit Serifen)',
  'settings.textFont.sans': 'Public Sans (ohne Serifen)',
  'settings.textFont.legible': 'Atkinson Hyperlegible (gut unterscheidbar)',
  'settings.textFont.system': 'Schrift des Systems',
  'settings.textSize': 'Schriftgröße',
  'settings.textSizeUnit': '{{count, number}} px',
  'settings.lineHeight': 'Zeilenabstand',
  'settings.lineHeightUnit': '{{count, number}} %',
  'settings.measure': 'Zeilenlänge',
  'settings.measureUnit': '{{count, number}} Zeichen',
  'settings.justify': 'Blocksatz',
  'settings.hyphenate': 'Silbentrennung',
  'settings.noPatterns': 'Ohne Wirkung: Hier fehlen die Trennmuster für Deutsch.',
  'settings.interfaceFont': 'Schrift der Listen und Schaltflächen',
  'settings.zone': 'Zeiten anzeigen in',
  'settings.zone.system': 'Zeitzone des Systems',
  'time.published': 'Veröffentlicht',
  'time.utc': 'In UTC',
  'settings.sample': 'Textprobe',
  'settings.sample.headline': 'Stadtrat bewilligt 3,4 Millionen für den alten Hafenkran',
  'settings.sample.lead':
    'Nordhafen – Nach fünfstündiger Debatte hat die Bürgerschaft am Montag beschlossen, den denkmalgeschützten Hafenkran von 1912 instand zu setzen. 21 Abgeordnete stimmten dafür, 19 dagegen.',
  'settings.sample.text':
    '„Er ist das Wahrzeichen unserer Stadt“, sagte die Bürgermeisterin. Die Bauarbeiten beginnen im Frühjahr; die Kaistraße bleibt vom 1. März bis zum 30. September für den Schwerlastverkehr gesperrt.',
};
