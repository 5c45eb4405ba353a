/** Kills and holds that only quote a headline. */
export const kills = {
  'row.probablyKilled': 'Wohl zurückgezogen',
  'row.probablyWithheld': 'Wohl zurückgehalten',
  'article.probablyKilled':
    'Wahrscheinlich hat die Agentur diese Meldung zurückgezogen. Der Widerruf nennt keine Nummer, nur die Überschrift.',
  'article.probablyWithheld':
    'Wahrscheinlich hält die Agentur diese Meldung zurück. Der Hinweis nennt keine Nummer, nur die Überschrift.',
  'article.targetHeadline': 'Gemeint ist die Meldung „{{headline}}“.',
  'article.showNotice': 'Mitteilung zeigen',
  'article.notKilled': 'Nicht zurückgezogen',
  'article.notWithheld': 'Nicht zurückgehalten',
  'article.cleared': 'Von Hand freigegeben: Die Mitteilung, die diese Überschrift nennt, meint eine andere Meldung.',
  'article.killedAfterAll': 'Freigabe aufheben',
} as const;
