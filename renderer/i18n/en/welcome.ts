import type { welcome as german } from '../de/welcome.ts';

/** The screens of the first start, in English. */
export const welcome: Readonly<Record<keyof typeof german, string>> = {
  'welcome.title': 'Welcome to Depesche',
  'welcome.step': 'Step {{step}} of {{steps}}',
  'welcome.skip': 'Skip',
  'welcome.back': 'Back',
  'welcome.next': 'Next',
  'welcome.done': 'Start reading',
  'welcome.folder': 'Where do your dispatches come from?',
  'welcome.folderText':
    'Depesche reads a folder into which your agency client, FTP or satellite receiver puts dispatches. It changes nothing there.',
  'welcome.samples': 'No folder yet? A new one has a few samples to try.',
  'welcome.look': 'How should it look?',
  'welcome.lookText': 'Everything else is in the settings.',
  'welcome.keys': 'Everything works with the keyboard',
  'welcome.keysText': 'These keys are enough to begin with. The settings can change them.',
};
