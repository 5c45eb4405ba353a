import type { kills as german } from '../de/kills.ts';

/** Kills and holds that only quote a headline. */
export const kills: Readonly<Record<keyof typeof german, string>> = {
  'row.probablyKilled': 'Probably killed',
  'row.probablyWithheld': 'Probably withheld',
  'article.probablyKilled':
    'The agency has probably killed this dispatch. Its notice gives no number, only the headline.',
  'article.probablyWithheld':
    'The agency has probably withheld this dispatch. Its notice gives no number, only the headline.',
  'article.targetHeadline': 'It refers to the dispatch “{{headline}}”.',
  'article.showNotice': 'Show the notice',
  'article.notKilled': 'Not killed',
  'article.notWithheld': 'Not withheld',
  'article.cleared': 'Cleared by hand: the notice that quotes this headline means another dispatch.',
  'article.killedAfterAll': 'No longer cleared',
};
