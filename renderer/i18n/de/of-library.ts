/** What is said of the library and the wire folder: the English of the host, and the German for it. The first that fits is taken. */
export const ofLibrary: readonly (readonly [english: string, german: string])[] = [
  [
    'The wire folder {0} is not there. Put it back, or choose another one; it is looked for again by itself.',
    'Der Meldungsordner {0} ist nicht da. Legen Sie ihn zurück, oder wählen Sie einen anderen; nach ihm wird von selbst wieder gesehen.',
  ],
  [
    'The wire folder {0} may not be opened. Give yourself the right to read and enter it; it is tried again by itself.',
    'Der Meldungsordner {0} darf nicht geöffnet werden. Geben Sie sich das Recht, ihn zu lesen und zu betreten; es wird von selbst wieder versucht.',
  ],
  [
    'The wire folder {0} cannot be read, it is tried again: {1}',
    'Der Meldungsordner {0} ist nicht lesbar, es wird wieder versucht: {1}',
  ],
  ['The wire folder cannot be used: {0}', 'Der Meldungsordner ist nicht benutzbar: {0}'],
  ['The wire folder cannot be watched: {0}', 'Der Meldungsordner kann nicht beobachtet werden: {0}'],
  [
    '{0} is where Depesche keeps its library. Choose another folder for the wire files.',
    'In {0} hat Depesche seinen Bestand. Wählen Sie einen anderen Ordner für die Meldungsdateien.',
  ],
  ['The inbox has ended: {0}', 'Das Einlesen ist zu Ende gegangen: {0}'],

  [
    'there is no room left for {0}. Make room on its drive; it is tried again by itself.',
    'Für {0} ist kein Platz mehr. Schaffen Sie Platz auf dem Laufwerk; es wird von selbst wieder versucht.',
  ],
  [
    'there is no room left for {0}. Make room on its drive; then mark the rest.',
    'Für {0} ist kein Platz mehr. Schaffen Sie Platz auf dem Laufwerk, und markieren Sie dann den Rest.',
  ],
  ['New files could not be taken in: {0}', 'Neue Dateien konnten nicht aufgenommen werden: {0}'],
  ['New files could not be written: {0}', 'Neue Dateien konnten nicht geschrieben werden: {0}'],
  [
    'What came in could not be written to disk: {0}',
    'Was hereinkam, konnte nicht auf das Laufwerk geschrieben werden: {0}',
  ],
  ['Only {0} dispatches could be marked: {1}', 'Nur {0} Meldungen konnten markiert werden: {1}'],
  [
    'The journal could not be folded into the day files, and is kept: {0}',
    'Das Journal konnte nicht in die Tagesdateien übernommen werden und bleibt: {0}',
  ],
  ['The index could not be brought up to date: {0}', 'Der Index konnte nicht nachgeführt werden: {0}'],
  [
    'The index could not be tidied ({0}). It is tried again.',
    'Der Index konnte nicht aufgeräumt werden ({0}). Es wird wieder versucht.',
  ],
  ['Search could not be brought up to date: {0}', 'Die Suche konnte nicht nachgeführt werden: {0}'],
  [
    'Search could not be brought up to date ({0}). It is tried again by itself.',
    'Die Suche konnte nicht nachgeführt werden ({0}). Es wird von selbst wieder versucht.',
  ],
  ['The search text could not be put together: {0}', 'Der Suchtext konnte nicht zusammengelegt werden: {0}'],
  [
    'The search text is being made anew. Until that is done, a search does not find everything.',
    'Der Suchtext wird neu angelegt. Bis dahin findet eine Suche nicht alles.',
  ],
  [
    'The search text was damaged ({0}) and is being made anew. Until that is done, a search does not find everything.',
    'Der Suchtext war beschädigt ({0}) und wird neu angelegt. Bis dahin findet eine Suche nicht alles.',
  ],
  [
    'The search index was damaged ({0}) and is being made anew.',
    'Der Suchindex war beschädigt ({0}) und wird neu angelegt.',
  ],
  [
    'The search index is damaged ({0}). It is made anew at the next start; nothing is lost.',
    'Der Suchindex ist beschädigt ({0}). Beim nächsten Start wird er neu angelegt; verloren ist nichts.',
  ],
  ['found while it was used', 'beim Benutzen bemerkt'],
  ['a part of the file is missing', 'ein Teil der Datei fehlt'],
  ['its last changes are missing', 'die letzten Änderungen fehlen'],
  [
    "What only the index has could not be written into the library's files ({0}). It stays there, and the next start tries again.",
    'Was nur der Index hat, konnte nicht in die Dateien des Bestands geschrieben werden ({0}). Es bleibt dort, und der nächste Start versucht es wieder.',
  ],
  [
    'The dispatches of {0} could not be read ({1}). They are missing until that is mended.',
    'Die Meldungen vom {0} waren nicht lesbar ({1}). Sie fehlen, bis das behoben ist.',
  ],
  [
    'The last line of the journal was only half there, as after a power cut, and is gone.',
    'Die letzte Zeile des Journals war nur halb da, wie nach einem Stromausfall, und ist fort.',
  ],
  [
    'A line of the journal could not be read ({0}) and is kept in {1}.',
    'Eine Zeile des Journals war nicht lesbar ({0}) und ist in {1} aufgehoben.',
  ],
  [
    '{0} was damaged ({1}) and is kept as {2}. The last good copy was put in its place.',
    '{0} war beschädigt ({1}) und ist als {2} aufgehoben. Die letzte gute Kopie steht an ihrer Stelle.',
  ],
  [
    '{0} was damaged ({1}) and is kept as {2}. There was no earlier copy.',
    '{0} war beschädigt ({1}) und ist als {2} aufgehoben. Eine frühere Kopie gab es nicht.',
  ],
  [
    '{0} was missing. The last good copy, {1}, was put in its place.',
    '{0} fehlte. Die letzte gute Kopie, {1}, steht an ihrer Stelle.',
  ],
  [
    '{0} was missing, and its last good copy {1} cannot be read ({2}).',
    '{0} fehlte, und die letzte gute Kopie {1} ist nicht lesbar ({2}).',
  ],
];
