/** English texts of the settings of text and typeface. */
export const typography = {
  'settings.typography': 'Text',
  'settings.textFont': 'Typeface of the text',
  'settings.textFont.serif': 'Source Serif (serif)',
  'settings.textFont.sans': 'Public Sans (sans serif)',
  'settings.textFont.legible': 'Atkinson Hyperlegible (easy to tell apart)',
  'settings.textFont.system': 'The system’s own',
  'settings.textSize': 'Text size',
  'settings.textSizeUnit': '{{count, number}} px',
  'settings.lineHeight': 'Line height',
  'settings.lineHeightUnit': '{{count, number}} %',
  'settings.measure': 'Line length',
  'settings.measureUnit': '{{count, number}} characters',
  'settings.justify': 'Justified text',
  'settings.hyphenate': 'Hyphenate words',
  'settings.noPatterns': 'No effect here: there are no hyphenation patterns for English.',
  'settings.interfaceFont': 'Typeface of lists and buttons',
  'settings.zone': 'Show times in',
  'settings.zone.system': 'The system’s zone',
  'time.published': 'Published',
  'time.utc': 'In UTC',
  'settings.sample': 'Sample of text',
  'settings.sample.headline': 'Council approves 3.4 million for the old harbour crane',
  'settings.sample.lead':
    'Nordhaven – After a debate of five hours the town council decided on Monday to restore the harbour crane of 1912. Twenty-one members voted for it, nineteen against.',
  'settings.sample.text':
    '“It is the landmark of our town,” said the mayor. Work begins in spring; the quay stays closed to heavy lorries from 1 March to 30 September.',
};
