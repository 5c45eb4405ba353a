/** Diagnostics, and what administrators fix, in German. */
export const administration = {
  'settings.locked': 'Von Ihrer IT-Abteilung festgelegt',
  'command.copyDiagnostics': 'Diagnose kopieren',
  'toast.diagnosticsCopied': 'Die Diagnose ist in der Zwischenablage. Text von Meldungen enthält sie nicht.',
};
