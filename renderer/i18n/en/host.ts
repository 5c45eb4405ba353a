import type { MessageCode } from '../../../preload/contract/messages.ts';

/** The host's messages to the user, in English. A reason comes last: it may be a sentence or a code in parentheses. */
export const host: Readonly<Record<MessageCode, string>> = {
  text: '{{text}}',
  system: '({{reason}})',
  'system.denied': '(Access to {{path}} was denied.)',
  'system.read-only': '(The drive of {{path}} is read-only.)',
  'system.missing': '({{path}} does not exist.)',
  'system.not-a-folder': '({{path}}, or a folder above it, is a file.)',
  'system.folder': '({{path}} is a folder.)',
  'system.in-use': '(Another program is using {{path}}.)',
  'system.drive': '(The drive reported an error at {{path}}. Check the drive and your backup.)',
  'system.too-many-open': '(Too many files are open. Close other programs.)',
  'error.unexpected': 'An unexpected error occurred. ({{reason}})',

  'file.empty': 'This file is empty. Ask the source to resend it.',
  'file.blank': 'This file contains only spaces and control characters. Ask the source to resend it.',
  'file.too-large':
    'This file has {{megabytes, number}} MB; the limit is {{most, number}} MB. Split it or remove it from the wire folder.',
  'file.too-slow':
    'Reading the file took more than {{seconds, number}} seconds and was stopped. It is read again when it changes.',
  'file.too-many-stories':
    'This file contains more than {{most, number}} stories. Only the first {{most, number}} are shown. Split it to see them all.',
  'file.binary': 'This file is not text but {{kind}}. Convert it to text or remove it from the wire folder.',
  'file.missing': 'There is no such file.',
  'file.forbidden': 'Depesche may not read this file. Change its permissions so that Depesche can read it.',
  'file.unreadable': 'This file could not be read. {{reason}}',
  'file.retried': 'This file could not be read. Depesche will try again later. {{reason}}',
  'file.damaged': 'This file is damaged or in a form that Depesche cannot read. ({{reason}})',
  'file.not-imported': 'This file could not be added to the library. ({{reason}})',
  'file.no-format': 'Depesche does not know the format of this file.',
  'file.no-story': 'This file contains no story.',
  'file.cut': 'This file ends before its first story is complete.',
  'file.name-not-utf8': 'The name of this file or folder is not valid UTF-8. Rename it so that Depesche can read it.',
  'file.folder-forbidden':
    'Depesche may not open this folder. Change its permissions so that Depesche can list and enter it.',
  'file.link-outside':
    'This is a link to a file outside the wire folder, which Depesche does not read. Put a copy of the file here instead.',
  'binary.archive': 'an archive ({{type}})',
  'binary.document': 'a document ({{type}})',
  'binary.picture': 'a picture ({{type}})',
  'binary.recording': 'an audio or video file ({{type}})',
  'binary.database': 'a database (SQLite)',
  'binary.program': 'a program',
  'binary.unknown': 'binary data of an unknown kind',

  'items.unreadable': '{{first}} Other items of this file that could not be read: {{others, number}}.',
  'item.unreadable': 'Item {{item, number}} of this file could not be read. ({{reason}})',
  'item.other-format': 'Item {{item}} is not in the {{format}} format.',
  'item.no-text': '{{format}} item {{item}} has neither headline nor text.',
  'item.media-only': '{{format}} item {{item}} is not a text and has no caption. ({{media}})',
  'item.term-list': '{{format}} item {{item}} is a list of terms, not a story.',
  'item.wordpress': 'Item {{item, number}} of the feed is not a WordPress post. ({{type}})',
  'format.failed': 'This looks like {{format}} but could not be read as such. It is shown as plain text. ({{reason}})',
  'format.generic': 'Depesche does not know this format. Headline and text were found by the names of their fields.',
  'format.no-items': 'This {{format}} file contains no items.',
  'format.no-text': 'This {{format}} file has neither headline nor text.',
  'package.no-story': 'This is a NewsML-G2 package without a story. Items listed in it: {{items, number}}.',

  'message.no-header':
    'Message {{message, number}} of this file has no {{format}} header. Ask the source to resend it.',
  'message.no-text': 'There is no text between ZCZC and NNNN. Ask the source to resend the message.',
  'message.no-nnnn': 'The end mark NNNN is missing. The text may be incomplete.',
  'message.no-etx': 'The end of the message (ETX and time) is missing. The text may be incomplete.',
  'message.no-time': 'The end of the message (its time) is missing. The text may be incomplete.',
  'message.start-only': 'Only the beginning of a wire message is here. The text may be incomplete.',
  'mail.attachment': 'From the attachment “{{name}}” of an email.',
  'mail.attachment-skipped': 'The attachment “{{name}}” is not a wire file and is not shown.',
  'mail.cut': 'The email ends in the middle. The text may be incomplete.',
  'headline.first-line': 'No line is marked as the headline. The first line is used.',
  'headline.replaced': 'There is no headline. The beginning of the text or the slug is shown instead.',
  'headline.shortened': 'The headline was too long and has been shortened.',
  'text.missing': 'There is no text.',
  'text.as-plain': 'Depesche recognised no story in this file. Its text is shown as it stands.',
  'text.other-language': 'The text in another language ({{language}}) is left out: {{headline}}',
  'text.too-long': 'The text is too long to be divided into paragraphs. It is shown as sent.',
  'text.elsewhere': 'The text is in a separate file.',
  'text.calendar': 'This is a calendar, not a story. It is shown as a table.',
  'text.table': 'This is a table of figures, not a story.',
  'source.dts': 'The text names no source. Its layout is that of dts.',
  'time.missing': 'The file gives no time. The time when the file was written is used.',
  'time.of-feed': 'The item gives no time. The time of the feed is used.',
  'time.day-only': 'The file gives a date but no time of day.',
  'time.ahead': 'The time “{{time}}” is more than a day after the file arrived. It is not used.',
  'time.unreadable': 'The time “{{time}}” could not be read.',
  'time.no-zone': 'The time “{{time}}” has no time zone. {{zone}} is assumed.',
  'encoding.damaged': 'Some characters are damaged and shown as \uFFFD. (UTF-8)',
  'encoding.lost': 'Some characters were lost before the file arrived. They are shown as \uFFFD.',
  'encoding.guessed': 'The file does not say how its characters are encoded. {{encoding}} fits best.',
  'encoding.wrong': 'The file claims to be encoded in {{declared}} but is not. {{used}} is used.',
  'encoding.twice': 'The characters were encoded in UTF-8 twice. This was repaired.',
  'encoding.seven-bit': '7-bit text (ISO 646-DE): { | } ~ [ \\ ] @ are shown as ä ö ü ß Ä Ö Ü §.',

  'json.no-value': 'The JSON ends before its first value.',
  'json.cut': 'The JSON ends too early, at line {{line, number}}, column {{column, number}}.',
  'json.damaged': 'The JSON is damaged at line {{line, number}}, column {{column, number}}. ({{reason}})',
  'json.too-long': 'The JSON has more than {{most, number}} characters and was not read.',
  'json.too-deep': 'The JSON is nested more than {{most, number}} levels deep and was not read.',
  'json.part-shown': '{{damage}} Everything before that point is shown.',
  'json.repaired':
    'The JSON of this file has small faults, such as line breaks or unknown escapes in texts. It was read all the same.',
  'html.too-large': 'The HTML is too long or nested too deeply and was not read.',
  'html.cut': 'The page ends too early. The text may be incomplete.',
  'xml.no-element': 'The XML ends inside its first tag.',
  'xml.cut': 'The XML ends too early, at line {{line, number}}, column {{column, number}}, inside <{{element}}>.',
  'xml.unreadable': 'This file could not be read as XML. ({{reason}})',
  'xml.ampersand': 'The XML contains a bare “&”. It was read as “&amp;”.',
  'xml.error': 'The XML is damaged at line {{line, number}}, column {{column, number}}. ({{reason}})',
  'xml.more-errors': 'The XML has more errors of this kind.',
  'xml.entities': 'The XML defines entities in terms of other entities. Such files can be an attack and are not read.',
  'xml.too-long': 'The XML has more than {{most, number}} characters and was not read.',
  'xml.too-deep':
    'The XML is nested more than {{most, number}} elements deep and was not read. (line {{line, number}}, column {{column, number}})',
  'xml.too-many-nodes':
    'The XML has more than {{most, number}} nodes and was not read. (line {{line, number}}, column {{column, number}})',
  'xml.too-many-errors':
    'The XML has more than {{most, number}} errors and was not read. (line {{line, number}}, column {{column, number}})',
  'xml.too-many-ampersands': 'The XML has more than {{most, number}} bare “&” and was not read.',
  'xml.too-many-documents': 'The file has more than {{most, number}} XML documents and was not read.',

  'wires.missing':
    'The wire folder {{folder}} is missing. Put it back or choose another one. Depesche keeps checking for it.',
  'wires.file': '{{folder}} is a file, not a folder. Choose the folder it is in.',
  'wires.forbidden':
    'Depesche may not open the wire folder {{folder}}. Change its permissions so that Depesche can list and enter it. Depesche keeps trying.',
  'wires.unreadable': 'The wire folder {{folder}} cannot be read. Depesche keeps trying. {{reason}}',
  'wires.unusable': 'The wire folder {{folder}} cannot be used. Choose another one. {{reason}}',
  'wires.unwatched':
    'The wire folder {{folder}} cannot be watched. Restart Depesche or choose another folder. {{reason}}',
  'wires.data-folder': '{{folder}} is the folder of the library. Choose another one for the wire files.',
  'wires.ended': 'Depesche no longer reads new files. Restart it; nothing is lost. {{reason}}',
  'wires.too-many-names': 'There are too many files named {{name}} in the wire folder. Rename the file.',
  'folder.path-needed': 'Enter the path of the folder.',
  'folder.relative': '{{path}} is not a full path. Start with the drive or with /.',
  'folder.not-offered':
    'For your protection, this window can only choose folders inside the ones already in use. To use {{path}}, start Depesche with --wires and this path.',
  'folder.missing': 'There is no folder {{path}}. Check the spelling or create the folder first.',
  'folder.file': '{{path}} is a file, not a folder. Choose the folder it is in.',
  'folder.data-folder': '{{path}} is the folder of the library. Choose another one.',
  'folder.refused': 'The folder {{path}} cannot be used. {{reason}}',
  'folder.not-opened': 'The folder {{path}} could not be opened. {{reason}}',

  'disk.full': 'The disk with {{folder}} is full. Free some space; Depesche will try again.',
  'disk.full-mark-again': 'The disk with {{folder}} is full. Free some space, then mark the rest.',
  'disk.full-run-again': 'The disk with {{folder}} is full. Free some space, then run the command again.',
  'library.in-use': 'The library in {{folder}} is already open in another Depesche. Close that one first.',
  'library.newer':
    '{{path}} was written by a newer version of Depesche and has not been changed. Open the library with that version. (layout {{version}}; this version reads up to {{known}})',
  'library.newer-program':
    '{{path}} was written by a newer version of Depesche and has not been changed. Install Depesche {{program}} or newer, or open the library on a computer that has it. (layout {{version}}; this version reads up to {{known}})',
  'library.newer-unused':
    '{{path}} was written by a newer version of Depesche and has not been changed. The library works without it.',
  'library.not-writable':
    'Depesche may not write to {{path}}. Change its permissions, or copy the library to a folder where you may write. {{reason}}',
  'library.no-lock': 'The library cannot be opened because {{path}} cannot be used. {{reason}}',
  'library.ended': 'Depesche can no longer change the library. Restart it; everything saved so far is safe. {{reason}}',
  'library.not-imported': 'New files could not be added to the library. They stay in the wire folder. {{reason}}',
  'library.not-written': 'New files could not be written to the library. They stay in the wire folder. {{reason}}',
  'library.not-synced': 'The latest changes may not survive a power cut: the disk reported an error. {{reason}}',
  'library.not-folded':
    'The latest changes could not be written to the files of the library. They are safe in the journal. {{reason}}',
  'library.marked-part': 'Not everything could be marked. Dispatches marked: {{marked, number}}. {{reason}}',
  'library.file-replaced':
    '{{path}} was damaged. Depesche restored the last good copy, which may lack the latest changes, and kept the damaged file as {{kept}}. {{reason}}',
  'library.file-set-aside':
    '{{path}} was damaged and there was no earlier copy. Depesche kept the damaged file as {{kept}}; everything else is safe. If you have a backup of the file, close Depesche and put it back. {{reason}}',
  'library.file-restored': '{{path}} was missing. Depesche restored the last good copy, {{backup}}.',
  'library.file-missing':
    '{{path}} is missing, and its last copy {{backup}} cannot be read. Everything else is safe. If you have a backup of the file, close Depesche and put it back. {{reason}}',
  'library.day-unreadable':
    'A file of {{day}} could not be read. What is in it is missing from the lists until a later start can read it. Everything else is there, and what you mark is safe in the journal. {{reason}}',
  'library.bookmarks-unreadable':
    'The bookmarks of an earlier version could not be read. They are missing until a later start can read them; everything else is there. {{reason}}',
  'library.needs-file':
    '{{path}} is not a file, but Depesche keeps a file of that name. Nothing was changed. Move it elsewhere, then start Depesche again.',
  'library.needs-folder':
    '{{path}} is not a folder, but Depesche keeps a folder of that name. Nothing was changed. Move it elsewhere, then start Depesche again.',
  'journal.torn': 'The last line of the journal was incomplete, as after a power cut, and was removed.',
  'journal.line-unreadable':
    'A line of the journal could not be read and was saved in {{kept}}. Everything else is safe. {{reason}}',
  'journal.line-newer':
    'A change was made with a newer version of Depesche, and this version cannot show it. It is kept in {{kept}} and counts again once the newer version opens the library. Everything else is there.',
  'index.damaged': 'The index is damaged. Nothing is lost: it will be rebuilt at the next start. {{reason}}',
  'index.rebuilding': 'The index was damaged and is being rebuilt. Nothing is lost. {{reason}}',
  'index.not-updated': 'The index could not be updated. {{reason}}',
  'index.not-tidied': 'The index could not be compacted. Depesche will try again. {{reason}}',
  'index.not-rescued':
    'Some dispatches exist only in the old index and could not be written to the files of the library. They stay there, and Depesche tries again at the next start. {{reason}}',
  'search.not-updated': 'The search could not be updated. Depesche will try again. {{reason}}',
  'search.not-merged': 'The search index could not be compacted. {{reason}}',
  'search.rebuilding': 'The search index is being rebuilt. Until then, searches may miss dispatches.',
  'search.damaged':
    'The search index was damaged and is being rebuilt. Until then, searches may miss dispatches. {{reason}}',
  'damage.no-file': '(It is a folder, not a file.)',
  'damage.empty': '(It is empty.)',
  'damage.no-json': '(It is incomplete or was overwritten.)',
  'damage.content': '(It holds something that Depesche did not write.)',
  'damage.in-use': '(found while in use)',
  'damage.cut': '(part of the file is missing)',
  'damage.last-changes': '(the latest changes are missing)',

  'import.progress': '{{done, number}} of {{total, number}} files, {{rate, number}} per second',
  'import.progress-left':
    '{{done, number}} of {{total, number}} files, {{rate, number}} per second, {{seconds, number}} s left',
  'import.incomplete':
    'Some files could not be added to the library in {{folder}}. Fix the problem above, then import again. Everything added so far is safe.',
  'host.no-browser': 'No window opens because there is no Chromium, Chrome or Edge. Use the address above.',
  'host.graphics-lost':
    'The graphics driver failed and was restarted. If that happens often, update it, or start Depesche with --disable-gpu.',
  'host.child-lost': 'A part of the program ended unexpectedly and was restarted. Nothing is lost.',
  'settings.locked': 'Your administrator has fixed this setting.',
  'policy.wrong': 'The policy of this computer has entries that cannot be used: {{names}}. Tell your administrator.',
  'host.no-display': 'No window opens because there is no display. Use the address above.',
  'usage.no-command': 'Which command?',
  'usage.unknown-command': 'There is no command “{{name}}”.',
  'usage.no-file': 'Name at least one file.',
  'usage.no-search': 'Name what to search for.',
  'usage.limit': '--limit takes a whole number.',
  'usage.port': '--port takes a number from 0 to 65535.',
  'usage.token': '--token-file takes a file, and needs a fixed --port: a bookmark contains the port.',
  'token.not-private':
    'Others can read {{file}}, or it belongs to somebody else. Make it private (chmod 600) or delete it.',
  'token.no-key': '{{file}} contains no key. Delete it, and a new one is created.',
  'usage.format': '--format is json, md, html, txt or csv.',
  'usage.folder-needed': '{{option}} is missing.',
  'usage.folder-missing': '{{option}}: there is no folder {{folder}}.',
  'usage.folder-file': '{{option}}: {{folder}} is a file, not a folder.',
  'usage.folder-data': '{{option}}: {{folder}} is the folder of the library. Name the folder of the wire files.',
  'usage.no-library': 'There is no library in {{folder}}.',
  'usage.server': 'The server commands are init, add-desk, add-person, list, revoke, status and tidy.',
  'usage.server-name': 'This command needs a name after it.',
  'usage.url': '--url takes the address of the server: postgres://user@host/database.',
  'usage.access': '--access is reader, desk or ingest.',
  'server.unreachable': 'The server cannot be reached. {{reason}}',
  'server.newer':
    'A newer version of Depesche has set up this server (schema {{found, number}}, known here: {{known, number}}). Update Depesche.',
  'server.older':
    'This server has schema {{found, number}}, and this version of Depesche needs {{known, number}}. Run “depesche server init” first.',
  'server.nobody': 'Nobody on this server is called {{name}}.',
};
