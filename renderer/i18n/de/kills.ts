/** Kills and holds that only quote a headline. */
export const kills = {
  'row.probablyKilled': 'Wohl zurückgezogen',
  'row.probablyWithheld': 'Wohl zurückgehalten',
  'article.probablyKilled':
    'Wahrscheinlich hat die Agentur diese Meldung zurückgezogen. Der Widerruf nennt keine Nummer, nur die Überschrift.',
  'article.probablyWithheld':
    'Wahrscheinlich hält die Agentur diese Meldung zurück. Der Hinweis nennt keine Nummer, nur die Überschrift.',
  'article.targetHeadline': 'Gemeint ist die Meldung „{{headline}}“.',
} as const;
