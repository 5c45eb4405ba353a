/** The diagnostics for somebody who helps, in German. */
export const diagnostics = {
  'command.copyDiagnostics': 'Diagnose kopieren',
  'toast.diagnosticsCopied': 'Die Diagnose ist in der Zwischenablage. Text von Meldungen enthält sie nicht.',
};
