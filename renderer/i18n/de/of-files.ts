/** What is said of wire files: the English of the host, and the German for it. The first that fits is taken. */
export const ofFiles: readonly (readonly [english: string, german: string])[] = [
  ['{0} ({1} more items of this file could not be read)', '{0} ({1} weitere Teile der Datei waren nicht lesbar)'],
  ['{0} What stands before that place is shown.', '{0} Was davor steht, wird gezeigt.'],

  ['The file is empty: have it sent again.', 'Die Datei ist leer: Lassen Sie sie noch einmal senden.'],
  [
    'The file holds only spaces and control characters: have it sent again.',
    'Die Datei enthält nur Leer- und Steuerzeichen: Lassen Sie sie noch einmal senden.',
  ],
  [
    'The file has {0} MB; a wire file has {1} MB at the most. Split it, or remove it from the wire folder.',
    'Die Datei hat {0} MB, eine Meldungsdatei höchstens {1} MB. Teilen Sie sie, oder nehmen Sie sie aus dem Meldungsordner.',
  ],
  [
    'The file has {0} MB, more than the 10 MB a wire file may have: split it or remove it.',
    'Die Datei hat {0} MB, eine Meldungsdatei höchstens 10 MB: Teilen oder entfernen Sie sie.',
  ],
  [
    'The file is {0}: convert it to text or remove it from the wire folder.',
    'Die Datei ist {0}: Wandeln Sie sie in Text um, oder nehmen Sie sie aus dem Meldungsordner.',
  ],
  ['a ZIP archive or an Office document', 'ein ZIP-Archiv oder Office-Dokument'],
  ['an empty ZIP archive', 'ein leeres ZIP-Archiv'],
  ['an old Office document', 'ein altes Office-Dokument'],
  ['a RIFF file (WAV, AVI or WebP)', 'eine RIFF-Datei (WAV, AVI oder WebP)'],
  ['a video or audio recording', 'eine Bild- oder Tonaufnahme'],
  ['no text, but binary data of an unknown kind', 'kein Text, sondern enthält Binärdaten unbekannter Art'],
  ['an SQLite database', 'eine SQLite-Datenbank'],
  ['a program', 'ein Programm'],
  ['a {0} picture', 'ein {0}-Bild'],
  ['a {0} archive', 'ein {0}-Archiv'],
  ['an {0} archive', 'ein {0}-Archiv'],
  ['a {0} document', 'ein {0}-Dokument'],
  ['an {0} document', 'ein {0}-Dokument'],
  ['an {0} recording', 'eine {0}-Aufnahme'],

  [
    'Depesche may not read this file. Give yourself the right to read it.',
    'Depesche darf diese Datei nicht lesen. Geben Sie sich das Recht dazu.',
  ],
  [
    'The file could not be read ({0}). It is tried again later.',
    'Die Datei war nicht lesbar ({0}). Es wird später noch einmal versucht.',
  ],
  [
    'This folder may not be opened. Give yourself the right to read and enter it.',
    'Dieser Ordner darf nicht geöffnet werden. Geben Sie sich das Recht, ihn zu lesen und zu betreten.',
  ],
  [
    'This name is not written in UTF-8. Rename it, and what it names is read.',
    'Dieser Name ist nicht in UTF-8 geschrieben. Benennen Sie ihn um, dann wird gelesen, was er benennt.',
  ],
  [
    'This file could not be taken into the library ({0}).',
    'Diese Datei konnte nicht in den Bestand aufgenommen werden ({0}).',
  ],
  [
    'The file holds more than {0} stories: those after them are left out. Split it.',
    'Die Datei enthält mehr als {0} Meldungen: Die weiteren fehlen. Teilen Sie sie.',
  ],
  ['No format recognises this file.', 'Kein Format passt auf diese Datei.'],
  [
    'Looks like {0}, but could not be read as that ({1}): shown as plain text.',
    'Sieht aus wie {0}, war so aber nicht lesbar ({1}): als reiner Text gezeigt.',
  ],
  ['Item {0} could not be read: {1}', 'Teil {0} war nicht lesbar: {1}'],
  ['The file holds no story.', 'Die Datei enthält keine Meldung.'],
  ['The file stops before its first story is whole.', 'Die Datei bricht ab, bevor ihre erste Meldung vollständig ist.'],

  [
    'Message {0} of the file has no ANPA header: have it sent again.',
    'Nachricht {0} der Datei hat keinen ANPA-Kopf: Lassen Sie sie noch einmal senden.',
  ],
  [
    'Message {0} of the file has no 7901 header: have it sent again.',
    'Nachricht {0} der Datei hat keinen 7901-Kopf: Lassen Sie sie noch einmal senden.',
  ],
  [
    'The message has no text between ZCZC and NNNN: have it sent again.',
    'Die Nachricht hat keinen Text zwischen ZCZC und NNNN: Lassen Sie sie noch einmal senden.',
  ],
  [
    'The end mark NNNN is missing: the text may be cut.',
    'Das Schlusszeichen NNNN fehlt: Der Text ist vielleicht abgeschnitten.',
  ],
  [
    'The end of the message (ETX and time) is missing: the text may be cut.',
    'Das Ende der Nachricht (ETX und Zeit) fehlt: Der Text ist vielleicht abgeschnitten.',
  ],
  [
    'The end of the message (its time) is missing: the text may be cut.',
    'Das Ende der Nachricht (ihre Zeit) fehlt: Der Text ist vielleicht abgeschnitten.',
  ],
  [
    'The beginning of a wire message without the rest of it: the text may be cut.',
    'Der Anfang einer Agenturmeldung ohne den Rest: Der Text ist vielleicht abgeschnitten.',
  ],
  ['The message has no headline of its own.', 'Die Nachricht hat keine eigene Überschrift.'],
  [
    'No headline is marked: the first line is taken for it.',
    'Keine Überschrift ist bezeichnet: Die erste Zeile gilt als solche.',
  ],
  [
    'No headline in the file: the beginning of the text, or else the slug, stands in for it.',
    'Keine Überschrift in der Datei: Der Anfang des Textes oder das Stichwort steht dafür.',
  ],
  [
    'The headline was longer than a headline can be: it is shortened.',
    'Die Überschrift war länger, als eine sein kann: Sie ist gekürzt.',
  ],
  [
    'A calendar of entries, not a story: shown as a table.',
    'Ein Kalender aus Einträgen, keine Meldung: als Tabelle gezeigt.',
  ],
  ['No text in the file, only a headline.', 'Kein Text in der Datei, nur eine Überschrift.'],
  ['The dispatch has a headline, but no text.', 'Die Meldung hat eine Überschrift, aber keinen Text.'],
  ['There is nothing but this one line.', 'Es gibt nur diese eine Zeile.'],
  ['The message has no text.', 'Die Nachricht hat keinen Text.'],
  [
    'The text is longer than any story: it is shown as it stands.',
    'Der Text ist länger als jede Meldung: Er wird gezeigt, wie er ist.',
  ],
  [
    'The text is a rendition of its own and not in this file.',
    'Der Text ist eine eigene Datei und steht nicht in dieser.',
  ],
  [
    'Seven bits a letter (ISO 646-DE): { | } ~ [ \\ ] @ are read as ä ö ü ß Ä Ö Ü §.',
    'Sieben Bit je Zeichen (ISO 646-DE): { | } ~ [ \\ ] @ sind als ä ö ü ß Ä Ö Ü § gelesen.',
  ],
  [
    'Read by the names of its parts: the format itself is not known.',
    'Nach den Namen der Teile gelesen: Das Format selbst ist nicht bekannt.',
  ],
  ['No source in the text: named after the folder "{0}".', 'Keine Quelle im Text: nach dem Ordner „{0}“ benannt.'],
  [
    'No source in the text: taken for dts, whose layout it has.',
    'Keine Quelle im Text: dem Aufbau nach dts zugeschrieben.',
  ],

  ["No time in the file: the file's own time is used.", 'Keine Zeit in der Datei: Es gilt die der Datei selbst.'],
  ['No time of its own: that of the whole feed is used.', 'Keine eigene Zeit: Es gilt die des ganzen Feeds.'],
  ['The file names the day only, no hour.', 'Die Datei nennt nur den Tag, keine Uhrzeit.'],
  ['The time "{0}" could not be read.', 'Die Zeit „{0}“ war nicht lesbar.'],
  ['The time "{0}" names no zone: {1} is assumed.', 'Die Zeit „{0}“ nennt keine Zone: {1} ist angenommen.'],

  [
    'The file is UTF-8 with damaged characters: they are shown as \uFFFD.',
    'Die Datei ist UTF-8 mit beschädigten Zeichen: Sie erscheinen als \uFFFD.',
  ],
  [
    'Characters were already lost before the file came here: they are shown as \uFFFD.',
    'Zeichen waren schon verloren, als die Datei kam: Sie erscheinen als \uFFFD.',
  ],
  [
    'No reliable encoding in the file: read as {0} after its letters.',
    'Keine verlässliche Zeichenkodierung in der Datei: den Buchstaben nach als {0} gelesen.',
  ],
  ['The file declares {0}, which it is not: read as {1}.', 'Die Datei gibt {0} an und ist es nicht: als {1} gelesen.'],

  ['From the attachment "{0}" of a mail.', 'Aus dem Anhang „{0}“ einer Mail.'],
  [
    'The attachment "{0}" is no wire file: it is not shown.',
    'Der Anhang „{0}“ ist keine Meldungsdatei: Er wird nicht gezeigt.',
  ],
  [
    'The mail stops in the middle: the end of its headers or its last boundary is missing.',
    'Die Mail bricht ab: Das Ende ihres Kopfes oder ihre letzte Trennlinie fehlt.',
  ],
  ['The mail has no text.', 'Die Mail hat keinen Text.'],

  ['The JSON stops before its first value.', 'Das JSON bricht vor dem ersten Wert ab.'],
  ['The JSON stops in {0}.', 'Das JSON bricht ab in {0}.'],
  ['The JSON is damaged in {0}: {1}.', 'Das JSON ist beschädigt in {0}: {1}.'],
  ['The JSON is longer than {0} characters.', 'Das JSON ist länger als {0} Zeichen.'],
  ['The JSON is nested deeper than {0} levels.', 'Das JSON ist tiefer als {0} Ebenen geschachtelt.'],
  ['The HTML is too long or nested too deep to be read.', 'Das HTML ist zu lang oder zu tief geschachtelt.'],
  ['The page stops before its end.', 'Die Seite bricht vor ihrem Ende ab.'],
  ['A page without headline and text.', 'Eine Seite ohne Überschrift und Text.'],
  ['The XML is longer than {0} characters.', 'Das XML ist länger als {0} Zeichen.'],
  ['The XML stops inside its first tag.', 'Das XML bricht in seinem ersten Tag ab.'],
  ['The XML stops in {0}, inside <{1}>.', 'Das XML bricht ab in {0}, innerhalb von <{1}>.'],
  ['Not readable as XML: {0}', 'Nicht als XML lesbar: {0}'],
  ['XML: bare "&" read as "&amp;".', 'XML: bloßes „&“ als „&amp;“ gelesen.'],
  ['XML: more errors of this kind follow.', 'XML: Weitere solche Fehler folgen.'],
  ['XML with more than {0} errors (line {1}, column {2})', 'XML mit mehr als {0} Fehlern (Zeile {1}, Spalte {2})'],
  ['XML: {0} (line {1}, column {2})', 'XML: {0} (Zeile {1}, Spalte {2})'],
  ['XML with more than {0} bare "&".', 'XML mit mehr als {0} bloßen „&“.'],
  ['line {0}, column {1}', 'Zeile {0}, Spalte {1}'],

  ['NewsML-G2 {0}: a list of terms, no story.', 'NewsML-G2 {0}: eine Begriffsliste, keine Meldung.'],
  ['NewsML-G2 package of {0} items, no story.', 'NewsML-G2-Paket aus {0} Teilen, keine Meldung.'],
  ['A NewsML-G2 message without items.', 'Eine NewsML-G2-Nachricht ohne Inhalt.'],
  ['NewsML without a news item.', 'NewsML ohne Meldung.'],
  ['NITF without headline and text.', 'NITF ohne Überschrift und Text.'],
  ['{0} without headline and text.', '{0} ohne Überschrift und Text.'],
  ['{0} with no headline and text that could be recognised.', '{0} ohne erkennbare Überschrift und Text.'],
  ['{0} has no headline and text that could be recognised.', '{0} hat keine erkennbare Überschrift und keinen Text.'],
  ['{0} holds no headline and no text.', '{0} enthält weder Überschrift noch Text.'],
  ['{0} holds no title and no text.', '{0} enthält weder Titel noch Text.'],
  ['{0} without text.', '{0} ohne Text.'],
  ['{0} without text ({1}).', '{0} ohne Text ({1}).'],
  ['A feed without items.', 'Ein Feed ohne Beiträge.'],
  ['A feed without entries.', 'Ein Feed ohne Beiträge.'],
  ['A JSON Feed without items.', 'Ein JSON Feed ohne Beiträge.'],
  ['A Publish document without content items.', 'Ein Publish-Dokument ohne Inhalt.'],
  ['{0} is a WordPress {1}.', '{0} ist von der WordPress-Art {1}.'],
  ['Item {0} is no ninjs item.', 'Teil {0} ist keine ninjs-Meldung.'],
  ['Entry {0} is no digitalwires entry.', 'Eintrag {0} ist keine digitalwires-Meldung.'],
  ['Entry {0} of the feed', 'Beitrag {0} des Feeds'],
  ['JSON Feed item {0}', 'Beitrag {0} des JSON Feed'],
  ['JSON item {0}', 'JSON-Teil {0}'],
  ['ninjs item {0}', 'ninjs-Meldung {0}'],
];
