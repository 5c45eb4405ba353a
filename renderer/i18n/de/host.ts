import type { MessageCode } from '../../../preload/contract/messages.ts';

/** What the host says to the user, in German. A reason comes last: it may be a sentence or a code in parentheses. */
export const host: Readonly<Record<MessageCode, string>> = {
  text: '{{text}}',
  system: '({{reason}})',
  'system.denied': '(Der Zugriff auf {{path}} wurde verweigert.)',
  'system.read-only': '(Das Laufwerk mit {{path}} ist schreibgeschützt.)',
  'system.missing': '({{path}} gibt es nicht.)',
  'system.not-a-folder': '({{path}} oder ein Ordner darüber ist eine Datei.)',
  'system.folder': '({{path}} ist ein Ordner.)',
  'system.in-use': '(Ein anderes Programm benutzt {{path}}.)',
  'system.drive': '(Das Laufwerk hat bei {{path}} einen Fehler gemeldet. Prüfen Sie das Laufwerk und Ihre Sicherung.)',
  'system.too-many-open': '(Zu viele Dateien sind geöffnet. Schließen Sie andere Programme.)',
  'error.unexpected': 'Ein unerwarteter Fehler ist aufgetreten. ({{reason}})',

  'file.empty': 'Die Datei ist leer. Bitten Sie die Quelle, sie noch einmal zu senden.',
  'file.blank': 'Die Datei enthält nur Leer- und Steuerzeichen. Bitten Sie die Quelle, sie noch einmal zu senden.',
  'file.too-large':
    'Die Datei ist {{megabytes, number}} MB groß, erlaubt sind {{most, number}} MB. Teilen Sie sie oder nehmen Sie sie aus dem Meldungsordner.',
  'file.too-slow':
    'Das Lesen der Datei hat mehr als {{seconds, number}} Sekunden gedauert und wurde abgebrochen. Ändert sich die Datei, wird sie noch einmal gelesen.',
  'file.too-many-stories':
    'Die Datei enthält mehr als {{most, number}} Meldungen. Nur die ersten {{most, number}} werden gezeigt. Teilen Sie die Datei, um alle zu sehen.',
  'file.binary':
    'Die Datei ist kein Text, sondern {{kind}}. Wandeln Sie sie in Text um oder nehmen Sie sie aus dem Meldungsordner.',
  'file.missing': 'Diese Datei gibt es nicht.',
  'file.forbidden':
    'Depesche darf diese Datei nicht lesen. Ändern Sie die Zugriffsrechte, damit Depesche sie lesen kann.',
  'file.unreadable': 'Die Datei konnte nicht gelesen werden. {{reason}}',
  'file.retried': 'Die Datei konnte nicht gelesen werden. Depesche versucht es später noch einmal. {{reason}}',
  'file.damaged': 'Die Datei ist beschädigt oder hat eine Form, die Depesche nicht lesen kann. ({{reason}})',
  'file.not-imported': 'Die Datei konnte nicht ins Archiv aufgenommen werden. ({{reason}})',
  'file.no-format': 'Depesche kennt das Format dieser Datei nicht.',
  'file.no-story': 'Die Datei enthält keine Meldung.',
  'file.cut': 'Die Datei bricht ab, bevor ihre erste Meldung vollständig ist.',
  'file.name-not-utf8':
    'Der Name dieser Datei oder dieses Ordners ist kein gültiges UTF-8. Benennen Sie sie um, damit Depesche sie lesen kann.',
  'file.folder-forbidden':
    'Depesche darf diesen Ordner nicht öffnen. Ändern Sie die Zugriffsrechte, damit Depesche ihn öffnen kann.',
  'file.link-outside':
    'Das ist eine Verknüpfung zu einer Datei außerhalb des Meldungsordners; Depesche liest sie nicht. Legen Sie stattdessen eine Kopie der Datei hierher.',
  'binary.archive': 'ein Archiv ({{type}})',
  'binary.document': 'ein Dokument ({{type}})',
  'binary.picture': 'ein Bild ({{type}})',
  'binary.recording': 'eine Ton- oder Videodatei ({{type}})',
  'binary.database': 'eine Datenbank (SQLite)',
  'binary.program': 'ein Programm',
  'binary.unknown': 'eine Binärdatei unbekannter Art',

  'items.unreadable': '{{first}} Weitere Teile der Datei, die nicht gelesen werden konnten: {{others, number}}.',
  'item.unreadable': 'Teil {{item, number}} der Datei konnte nicht gelesen werden. ({{reason}})',
  'item.other-format': 'Teil {{item}} hat nicht das Format {{format}}.',
  'item.no-text': '{{format}}, Teil {{item}}: weder Überschrift noch Text.',
  'item.media-only': '{{format}}, Teil {{item}}: kein Text und keine Bildunterschrift. ({{media}})',
  'item.term-list': '{{format}}, Teil {{item}}: eine Liste von Begriffen, keine Meldung.',
  'item.wordpress': 'Beitrag {{item, number}} des Feeds ist kein WordPress-Artikel. ({{type}})',
  'format.failed':
    'Die Datei sieht nach {{format}} aus, konnte so aber nicht gelesen werden. Sie wird als einfacher Text gezeigt. ({{reason}})',
  'format.generic': 'Depesche kennt dieses Format nicht. Überschrift und Text wurden an den Namen der Felder erkannt.',
  'format.no-items': 'Die Datei im Format {{format}} enthält keine Beiträge.',
  'format.no-text': 'Die Datei im Format {{format}} enthält weder Überschrift noch Text.',
  'package.no-story': 'Dies ist ein NewsML-G2-Paket ohne Meldung. Zahl der aufgeführten Teile: {{items, number}}.',

  'message.no-header':
    'Nachricht {{message, number}} der Datei hat keinen Kopf nach {{format}}. Bitten Sie die Quelle, sie noch einmal zu senden.',
  'message.no-text':
    'Zwischen ZCZC und NNNN steht kein Text. Bitten Sie die Quelle, die Nachricht noch einmal zu senden.',
  'message.no-nnnn': 'Das Schlusszeichen NNNN fehlt. Der Text ist möglicherweise unvollständig.',
  'message.no-etx': 'Das Ende der Nachricht (ETX und Zeit) fehlt. Der Text ist möglicherweise unvollständig.',
  'message.no-time': 'Das Ende der Nachricht (die Zeit) fehlt. Der Text ist möglicherweise unvollständig.',
  'message.start-only':
    'Nur der Anfang einer Agenturmeldung ist angekommen. Der Text ist möglicherweise unvollständig.',
  'mail.attachment': 'Aus dem Anhang „{{name}}“ einer E-Mail.',
  'mail.attachment-skipped': 'Der Anhang „{{name}}“ ist keine Meldungsdatei und wird nicht gezeigt.',
  'mail.cut': 'Die E-Mail bricht mittendrin ab. Der Text ist möglicherweise unvollständig.',
  'headline.first-line': 'Keine Zeile ist als Überschrift gekennzeichnet. Die erste Zeile dient als Überschrift.',
  'headline.replaced': 'Die Überschrift fehlt. An ihrer Stelle steht der Anfang des Textes oder das Stichwort.',
  'headline.shortened': 'Die Überschrift war zu lang und wurde gekürzt.',
  'text.missing': 'Der Text fehlt.',
  'text.as-plain': 'Depesche hat in dieser Datei keine Meldung erkannt. Ihr Text wird so gezeigt, wie er dasteht.',
  'text.other-language': 'Der Text in einer anderen Sprache ({{language}}) ist nicht dabei: {{headline}}',
  'text.too-long': 'Der Text ist zu lang, um ihn in Absätze zu gliedern. Er erscheint so, wie er gesendet wurde.',
  'text.elsewhere': 'Der Text steht in einer eigenen Datei.',
  'text.calendar': 'Dies ist ein Terminkalender, keine Meldung. Er wird als Tabelle gezeigt.',
  'text.table': 'Dies ist eine Tabelle mit Zahlen, keine Meldung.',
  'source.dts': 'Der Text nennt keine Quelle. Der Aufbau ist der von dts.',
  'time.missing': 'Die Datei nennt keine Zeit. Es gilt die Zeit, zu der die Datei geschrieben wurde.',
  'time.of-feed': 'Der Beitrag nennt keine Zeit. Es gilt die Zeit des Feeds.',
  'time.day-only': 'Die Datei nennt ein Datum, aber keine Uhrzeit.',
  'time.ahead': 'Die Zeitangabe „{{time}}“ liegt mehr als einen Tag nach dem Eingang der Datei und gilt nicht.',
  'time.unreadable': 'Die Zeitangabe „{{time}}“ ist nicht lesbar.',
  'time.no-zone': 'Die Zeitangabe „{{time}}“ hat keine Zeitzone. Angenommen wird {{zone}}.',
  'encoding.damaged': 'Einige Zeichen sind beschädigt und erscheinen als \uFFFD. (UTF-8)',
  'encoding.lost': 'Einige Zeichen waren schon verloren, als die Datei ankam. Sie erscheinen als \uFFFD.',
  'encoding.guessed': 'Die Datei nennt ihre Zeichenkodierung nicht. Am besten passt {{encoding}}.',
  'encoding.wrong': 'Die angegebene Zeichenkodierung {{declared}} stimmt nicht. Verwendet wird {{used}}.',
  'encoding.twice': 'Die Zeichen waren zweimal in UTF-8 kodiert. Das wurde behoben.',
  'encoding.seven-bit': '7-Bit-Text (ISO 646-DE): { | } ~ [ \\ ] @ erscheinen als ä ö ü ß Ä Ö Ü §.',

  'json.no-value': 'Das JSON bricht vor dem ersten Wert ab.',
  'json.cut': 'Das JSON bricht in Zeile {{line, number}}, Spalte {{column, number}} ab.',
  'json.damaged': 'Das JSON ist in Zeile {{line, number}}, Spalte {{column, number}} beschädigt. ({{reason}})',
  'json.too-long': 'Das JSON hat mehr als {{most, number}} Zeichen und wurde nicht gelesen.',
  'json.too-deep': 'Das JSON ist tiefer als {{most, number}} Ebenen verschachtelt und wurde nicht gelesen.',
  'json.part-shown': '{{damage}} Alles vor dieser Stelle wird gezeigt.',
  'json.repaired':
    'Das JSON dieser Datei hat kleine Fehler (z. B. Zeilenumbrüche oder unbekannte Zeichen in Texten). Es wurde trotzdem gelesen.',
  'html.too-large': 'Das HTML ist zu lang oder zu tief verschachtelt und wurde nicht gelesen.',
  'html.cut': 'Die Seite bricht ab. Der Text ist möglicherweise unvollständig.',
  'html.paywall': 'Der Artikel ist nur für Abonnenten ganz zu lesen. Die Datei enthält seinen Anfang.',
  'xml.no-element': 'Das XML bricht im ersten Tag ab.',
  'xml.cut': 'Das XML bricht in Zeile {{line, number}}, Spalte {{column, number}} ab, innerhalb von <{{element}}>.',
  'xml.unreadable': 'Die Datei konnte nicht als XML gelesen werden. ({{reason}})',
  'xml.ampersand': 'Das XML enthält ein einzelnes „&“. Es wurde als „&amp;“ gelesen.',
  'xml.error': 'Das XML ist in Zeile {{line, number}}, Spalte {{column, number}} beschädigt. ({{reason}})',
  'xml.more-errors': 'Das XML hat weitere Fehler dieser Art.',
  'xml.entities':
    'Das XML definiert Entitäten durch andere Entitäten. Solche Dateien können ein Angriff sein und werden nicht gelesen.',
  'xml.too-long': 'Das XML hat mehr als {{most, number}} Zeichen und wurde nicht gelesen.',
  'xml.too-deep':
    'Das XML ist tiefer als {{most, number}} Elemente verschachtelt und wurde nicht gelesen. (Zeile {{line, number}}, Spalte {{column, number}})',
  'xml.too-many-nodes':
    'Das XML hat mehr als {{most, number}} Knoten und wurde nicht gelesen. (Zeile {{line, number}}, Spalte {{column, number}})',
  'xml.too-many-errors':
    'Das XML hat mehr als {{most, number}} Fehler und wurde nicht gelesen. (Zeile {{line, number}}, Spalte {{column, number}})',
  'xml.too-many-ampersands': 'Das XML hat mehr als {{most, number}} einzelne „&“ und wurde nicht gelesen.',
  'xml.too-many-documents': 'Die Datei enthält mehr als {{most, number}} XML-Dokumente und wurde nicht gelesen.',

  'wires.missing':
    'Der Meldungsordner {{folder}} fehlt. Legen Sie ihn zurück oder wählen Sie einen anderen. Depesche sieht regelmäßig nach, ob er wieder da ist.',
  'wires.file': '{{folder}} ist eine Datei und kein Ordner. Wählen Sie den Ordner, in dem sie liegt.',
  'wires.forbidden':
    'Depesche darf den Meldungsordner {{folder}} nicht öffnen. Ändern Sie die Zugriffsrechte, damit Depesche ihn öffnen kann. Depesche versucht es weiter.',
  'wires.unreadable': 'Der Meldungsordner {{folder}} ist nicht lesbar. Depesche versucht es weiter. {{reason}}',
  'wires.unusable': 'Der Meldungsordner {{folder}} ist nicht benutzbar. Wählen Sie einen anderen. {{reason}}',
  'wires.unwatched':
    'Der Meldungsordner {{folder}} kann nicht überwacht werden. Starten Sie Depesche neu oder wählen Sie einen anderen Ordner. {{reason}}',
  'wires.data-folder': '{{folder}} ist der Ordner des Archivs. Wählen Sie einen anderen für die Meldungsdateien.',
  'wires.ended': 'Depesche liest keine neuen Dateien mehr. Starten Sie es neu; verloren ist nichts. {{reason}}',
  'wires.too-many-names': 'Im Meldungsordner heißen zu viele Dateien {{name}}. Benennen Sie die Datei um.',
  'folder.path-needed': 'Geben Sie den Pfad des Ordners ein.',
  'folder.relative': '{{path}} ist kein vollständiger Pfad. Beginnen Sie mit dem Laufwerk oder mit /.',
  'folder.not-offered':
    'Zu Ihrem Schutz kann dieses Fenster nur Ordner innerhalb der schon verwendeten wählen. Um {{path}} zu verwenden, starten Sie Depesche mit --wires und diesem Pfad.',
  'folder.missing': 'Den Ordner {{path}} gibt es nicht. Prüfen Sie die Schreibweise oder legen Sie ihn zuerst an.',
  'folder.file': '{{path}} ist eine Datei und kein Ordner. Wählen Sie den Ordner, in dem sie liegt.',
  'folder.data-folder': '{{path}} ist der Ordner des Archivs. Wählen Sie einen anderen.',
  'folder.watched': '{{path}} ist schon ein Meldungsordner.',
  'folder.inside': '{{path}} liegt im Meldungsordner {{other}}: Seine Dateien werden schon gelesen.',
  'folder.around': '{{path}} enthält den Meldungsordner {{other}}. Entfernen Sie zuerst diesen.',
  'folder.in-library': '{{path}} liegt im Ordner des Archivs. Wählen Sie einen anderen.',
  'folder.too-many': 'Mehr als {{most}} Meldungsordner gehen nicht. Entfernen Sie zuerst einen.',
  'folder.refused': 'Der Ordner {{path}} ist nicht benutzbar. {{reason}}',
  'folder.not-opened': 'Der Ordner {{path}} konnte nicht geöffnet werden. {{reason}}',

  'disk.full': 'Das Laufwerk mit {{folder}} ist voll. Schaffen Sie Platz; Depesche versucht es dann noch einmal.',
  'disk.full-mark-again': 'Das Laufwerk mit {{folder}} ist voll. Schaffen Sie Platz und markieren Sie dann den Rest.',
  'disk.full-run-again':
    'Das Laufwerk mit {{folder}} ist voll. Schaffen Sie Platz und rufen Sie den Befehl dann noch einmal auf.',
  'library.in-use':
    'Das Archiv in {{folder}} ist schon in einem anderen Depesche-Fenster geöffnet. Schließen Sie dieses zuerst.',
  'library.newer':
    '{{path}} stammt von einer neueren Version von Depesche und wurde nicht verändert. Öffnen Sie das Archiv mit der neueren Version. (Aufbau {{version}}; diese Version liest bis {{known}})',
  'library.newer-program':
    '{{path}} stammt von einer neueren Version von Depesche und wurde nicht verändert. Installieren Sie Depesche {{program}} oder neuer, oder öffnen Sie das Archiv auf einem Rechner, der diese Version hat. (Aufbau {{version}}; diese Version liest bis {{known}})',
  'library.newer-unused':
    '{{path}} stammt von einer neueren Version von Depesche und wurde nicht verändert. Das Archiv funktioniert auch ohne diese Datei.',
  'library.not-writable':
    'Depesche darf {{path}} nicht beschreiben. Ändern Sie die Zugriffsrechte oder kopieren Sie das Archiv in einen Ordner, in den Sie schreiben dürfen. {{reason}}',
  'library.no-lock': 'Das Archiv lässt sich nicht öffnen, weil {{path}} nicht benutzbar ist. {{reason}}',
  'library.ended':
    'Depesche kann das Archiv nicht mehr ändern. Starten Sie es neu; alles bisher Gespeicherte ist sicher. {{reason}}',
  'library.not-imported':
    'Neue Dateien konnten nicht ins Archiv aufgenommen werden. Sie bleiben im Meldungsordner. {{reason}}',
  'library.not-written':
    'Neue Dateien konnten nicht ins Archiv geschrieben werden. Sie bleiben im Meldungsordner. {{reason}}',
  'library.not-synced':
    'Die letzten Änderungen überstehen vielleicht keinen Stromausfall: Das Laufwerk hat einen Fehler gemeldet. {{reason}}',
  'library.not-folded':
    'Die letzten Änderungen konnten nicht in die Dateien des Archivs geschrieben werden. Im Journal sind sie sicher. {{reason}}',
  'library.marked-part': 'Nicht alles konnte markiert werden. Markierte Meldungen: {{marked, number}}. {{reason}}',
  'library.file-replaced':
    '{{path}} war beschädigt. Depesche hat die letzte gute Kopie wiederhergestellt, in der die letzten Änderungen fehlen können, und die beschädigte Datei als {{kept}} aufgehoben. {{reason}}',
  'library.file-set-aside':
    '{{path}} war beschädigt, eine frühere Kopie gab es nicht. Depesche hat die beschädigte Datei als {{kept}} aufgehoben; alles andere ist sicher. Wenn Sie eine Sicherung der Datei haben, schließen Sie Depesche und legen Sie sie zurück. {{reason}}',
  'library.file-restored': '{{path}} fehlte. Depesche hat die letzte gute Kopie {{backup}} wiederhergestellt.',
  'library.file-missing':
    '{{path}} fehlt, und die letzte Kopie {{backup}} ist nicht lesbar. Alles andere ist sicher. Wenn Sie eine Sicherung der Datei haben, schließen Sie Depesche und legen Sie sie zurück. {{reason}}',
  'library.day-unreadable':
    'Eine Datei vom {{day}} konnte nicht gelesen werden. Was darin steht, fehlt in den Listen, bis sie bei einem späteren Start lesbar ist. Alles andere ist da, und was Sie markieren, ist im Journal sicher. {{reason}}',
  'library.bookmarks-unreadable':
    'Die Lesezeichen einer früheren Version konnten nicht gelesen werden. Sie fehlen, bis sie bei einem späteren Start lesbar sind; alles andere ist da. {{reason}}',
  'library.needs-file':
    '{{path}} ist keine Datei, aber Depesche braucht unter diesem Namen eine. Verändert wurde nichts. Verschieben Sie es an einen anderen Ort und starten Sie Depesche dann neu.',
  'library.needs-folder':
    '{{path}} ist kein Ordner, aber Depesche braucht unter diesem Namen einen. Verändert wurde nichts. Verschieben Sie es an einen anderen Ort und starten Sie Depesche dann neu.',
  'journal.torn': 'Die letzte Zeile des Journals war unvollständig, wie nach einem Stromausfall, und wurde entfernt.',
  'journal.line-unreadable':
    'Eine Zeile des Journals konnte nicht gelesen werden und ist in {{kept}} aufgehoben. Alles andere ist sicher. {{reason}}',
  'journal.line-newer':
    'Eine Änderung stammt von einer neueren Version von Depesche, und diese Version kann sie nicht anzeigen. Sie bleibt in {{kept}} aufgehoben und gilt wieder, sobald die neuere Version das Archiv öffnet. Alles andere ist da.',
  'index.damaged':
    'Der Index ist beschädigt. Verloren ist nichts: Er wird beim nächsten Start neu aufgebaut. {{reason}}',
  'index.rebuilding': 'Der Index war beschädigt und wird neu aufgebaut. Verloren ist nichts. {{reason}}',
  'index.not-updated': 'Der Index konnte nicht aktualisiert werden. {{reason}}',
  'index.not-tidied': 'Der Index konnte nicht verdichtet werden. Depesche versucht es noch einmal. {{reason}}',
  'index.not-rescued':
    'Einige Meldungen stehen nur im alten Index und konnten nicht in die Dateien des Archivs geschrieben werden. Sie bleiben dort, und Depesche versucht es beim nächsten Start noch einmal. {{reason}}',
  'search.not-updated': 'Die Suche konnte nicht aktualisiert werden. Depesche versucht es noch einmal. {{reason}}',
  'search.not-merged': 'Der Suchindex konnte nicht verdichtet werden. {{reason}}',
  'search.rebuilding': 'Der Suchindex wird neu aufgebaut. Bis dahin können bei der Suche Meldungen fehlen.',
  'search.damaged':
    'Der Suchindex war beschädigt und wird neu aufgebaut. Bis dahin können bei der Suche Meldungen fehlen. {{reason}}',
  'damage.no-file': '(Es ist ein Ordner, keine Datei.)',
  'damage.empty': '(Sie ist leer.)',
  'damage.no-json': '(Sie ist unvollständig oder wurde überschrieben.)',
  'damage.content': '(Sie enthält etwas, das nicht von Depesche stammt.)',
  'damage.in-use': '(beim Benutzen bemerkt)',
  'damage.cut': '(ein Teil der Datei fehlt)',
  'damage.last-changes': '(die letzten Änderungen fehlen)',

  'import.progress': '{{done, number}} von {{total, number}} Dateien, {{rate, number}} je Sekunde',
  'import.progress-left':
    '{{done, number}} von {{total, number}} Dateien, {{rate, number}} je Sekunde, noch {{seconds, number}} s',
  'import.incomplete':
    'Einige Dateien konnten nicht in das Archiv in {{folder}} aufgenommen werden. Beheben Sie das oben genannte Problem und lesen Sie dann noch einmal ein. Alles bisher Aufgenommene ist sicher.',
  'host.no-browser':
    'Es öffnet sich kein Fenster, weil weder Chromium noch Chrome oder Edge vorhanden ist. Verwenden Sie die Adresse oben.',
  'host.graphics-lost':
    'Der Grafiktreiber ist ausgefallen und wurde neu gestartet. Passiert das öfter, aktualisieren Sie ihn oder starten Sie Depesche mit --disable-gpu.',
  'host.child-lost':
    'Ein Teil des Programms ist unerwartet zu Ende gegangen und wurde neu gestartet. Verloren ist nichts.',
  'settings.locked': 'Diese Einstellung hat Ihre IT-Abteilung festgelegt.',
  'policy.wrong':
    'In der Richtlinie dieses Computers sind Einträge unbrauchbar: {{names}}. Sagen Sie Ihrer IT-Abteilung Bescheid.',
  'host.no-display': 'Es öffnet sich kein Fenster, weil kein Bildschirm vorhanden ist. Verwenden Sie die Adresse oben.',
  'usage.no-command': 'Welcher Befehl?',
  'usage.unknown-command': 'Den Befehl „{{name}}“ gibt es nicht.',
  'usage.no-file': 'Nennen Sie mindestens eine Datei.',
  'usage.no-search': 'Nennen Sie, wonach gesucht werden soll.',
  'usage.limit': '--limit verlangt eine ganze Zahl.',
  'usage.port': '--port verlangt eine Zahl von 0 bis 65535.',
  'usage.token': '--token-file verlangt eine Datei und einen festen --port: Ein Lesezeichen enthält den Port.',
  'token.not-private':
    '{{file}} können auch andere lesen oder sie gehört jemand anderem. Machen Sie sie privat (chmod 600) oder löschen Sie sie.',
  'token.no-key': '{{file}} enthält keinen Schlüssel. Löschen Sie sie, dann wird ein neuer angelegt.',
  'usage.format': '--format ist json, md, html, txt, csv oder ninjs.',
  'usage.folder-needed': '{{option}} fehlt.',
  'usage.folder-missing': '{{option}}: Den Ordner {{folder}} gibt es nicht.',
  'usage.folder-file': '{{option}}: {{folder}} ist eine Datei und kein Ordner.',
  'usage.folder-data': '{{option}}: {{folder}} ist der Ordner des Archivs. Nennen Sie den Ordner der Meldungsdateien.',
  'backup.none': '{{path}} ist keine Sicherung von Depesche.',
  'backup.newer': '{{path}} stammt von einer neueren Version von Depesche ({{program}}).',
  'backup.damaged': '{{path}} lässt sich nicht zurückspielen: {{reason}}',
  'backup.restored': 'Die Sicherung ist zurückgespielt. Was vorher da war, liegt in {{folder}}.',
  'digest.failed':
    'Die Übersicht „{{name}}“ lässt sich nicht nach {{folder}} schreiben. Depesche versucht es weiter. {{reason}}',
  'reread.changed':
    'Die Datei hat sich seit dieser Fassung geändert. Öffnen Sie die neueste Fassung und lesen Sie diese neu ein.',
  'reread.same': 'In dieser Kodierung liest sich die Meldung genauso.',
  'reread.too-large':
    'Diese Datei ist größer als 1 MB. Stellen Sie stattdessen in den Einstellungen die Kodierung ihres Ordners ein.',
  'handover.failed':
    'Nach {{folder}} lässt sich nichts übergeben. Depesche versucht es weiter; verloren ist nichts. {{reason}}',
  'handover.no-dialog': 'Dieser Rechner hat keinen Dialog, um einen Ordner zu wählen. Dateien kommen nach {{folder}}.',
  'handover.in-wires': '{{path}} ist ein Meldungsordner oder liegt in einem: Was übergeben wird, käme wieder herein.',
  'handover.not-offered': 'Der Ordner {{path}} wurde auf diesem Rechner nicht gewählt. Wählen Sie ihn in der Regel.',
  'backup.failed': 'In {{folder}} ließ sich keine Sicherung anlegen: {{reason}}',
  'backup.not-merged':
    'Nicht alles ließ sich übernehmen. Spielen Sie die Sicherung noch einmal zurück: Was schon da ist, schadet nicht.',
  'usage.backup': '{{option}} braucht den Namen einer Datei.',
  'usage.no-library': 'In {{folder}} gibt es kein Archiv.',
  'usage.server': 'Die Befehle für den Server sind init, add-desk, add-person, list, revoke, status und tidy.',
  'usage.server-name': 'Dieser Befehl braucht einen Namen hinter sich.',
  'usage.url': '--url braucht die Adresse des Servers: postgres://user@host/database.',
  'usage.access': '--access ist reader, desk oder ingest.',
  'usage.file-missing': '{{option}}: {{path}} ist nicht zu lesen. {{reason}}',
  'server.unreachable': 'Der Server ist nicht zu erreichen. {{reason}}',
  'server.newer':
    'Eine neuere Version von Depesche hat diesen Server eingerichtet (Schema {{found, number}}, hier bekannt: {{known, number}}). Aktualisieren Sie Depesche.',
  'server.older':
    'Dieser Server hat Schema {{found, number}}, diese Version von Depesche braucht {{known, number}}. Führen Sie zuerst „depesche server init“ aus.',
  'server.not-allowed': 'Die Anmeldung aus --url darf das auf dem Server nicht. {{reason}}',
  'server.only-here':
    'Diese Einladung führt zu {{host}} und gilt nur auf diesem Rechner. --host nennt den Namen, unter dem andere Rechner den Server erreichen.',
  'sharing.invitation-useless':
    'Die Einladung in {{path}} ist unvollständig, schon benutzt oder nicht mehr gültig. Bitten Sie Ihre IT um eine neue.',
  'sharing.invitation-unread': 'Die Einladung in {{path}} ist nicht zu lesen. {{reason}}',
  'server.nobody': 'Auf diesem Server heißt niemand {{name}}.',
};
