import { describe, expect, test } from 'vitest';
import { readSubject } from '../../../../main/wire/formats/mail/subject.ts';
import { withoutEmbargo } from '../../../../main/wire/story/embargo-headline.ts';
import { onlyOf } from '../reading.ts';

describe('the headline in a subject', () => {
  test.each([
    ['Re: AW: Deich', 'Deich'],
    ['[EXTERN] WG: Deich', 'Deich'],
    ['External: Deich', 'Deich'],
    ['TR : Deich', 'Deich'],
    ['RE[2]: Deich', 'Deich'],
    ['Externe Prüfung', 'Externe Prüfung'],
    ['Re:', 'Re:'],
    ['[Presse] Pressemitteilung 031/2026: Deich hält', 'Deich hält'],
    ['[PM 045/2026] Deich hält', 'Deich hält'],
    ['Pressemitteilung - Deich hält', 'Deich hält'],
    ['Communiqué de presse : la digue tient', 'la digue tient'],
    ['Nota de prensa | El dique aguanta', 'El dique aguanta'],
    ['Press release: Dyke holds', 'Dyke holds'],
    ['ots: Reederei Nord / Deich hält', 'Reederei Nord / Deich hält'],
    ['PM Partei Nord: Kritik am Deich', 'Partei Nord: Kritik am Deich'],
    ['Medienmitteilung Bank Nord AG: Ergebnis', 'Bank Nord AG: Ergebnis'],
    ['PM in Sandau: Minister eröffnet Deich', 'PM in Sandau: Minister eröffnet Deich'],
    ['[Sandau] Deich hält', '[Sandau] Deich hält'],
    ['Presse kritisiert Deich', 'Presse kritisiert Deich'],
  ])('%s', (subject, headline) => {
    expect(readSubject(subject, false).headline).toBe(headline);
  });

  test('the name of a list stands in front of it', () => {
    expect(readSubject('[presse-l] Deich hält', true).headline).toBe('Deich hält');
  });

  test.each(['Pressemitteilung', 'PRESSEMITTEILUNG Nr. 7/2026', 'Medienmitteilung vom 13. März 2026', 'Press release'])(
    'none in %s',
    (subject) => {
      expect(readSubject(subject, false)).toMatchObject({ headline: '', whole: subject });
    },
  );

  test('words of the desk are no part of it', () => {
    expect(readSubject('***EILT*** [PM 4/26] Deich bricht', false)).toMatchObject({
      headline: 'Deich bricht',
      markers: ['EILT'],
    });
    expect(readSubject('Fwd: [Korrektur] Deich hält', false)).toMatchObject({
      headline: 'Deich hält',
      relation: 'forward',
      markers: ['Korrektur'],
    });
  });
});

test('a release that is taken back is killed by its headline', () => {
  const story = onlyOf(
    'From: Bank Nord <media@bank.example>\nSubject: Zurückziehung: Medienmitteilung "Jahresergebnis 2025"\nDate: Fri, 13 Mar 2026 09:00:00 +0100\n\nWir ziehen die Medienmitteilung "Jahresergebnis 2025" von heute, 7 Uhr, zurück. Die Zahlen waren falsch.\n',
  );
  expect(story).toMatchObject({
    status: 'killed',
    refersTo: [{ relation: 'kills', headline: 'Jahresergebnis 2025' }],
  });
  expect(readSubject('Rückruf: Käse mit Salmonellen', false).markers).toEqual([]);
});

describe('an embargo on the line of a headline', () => {
  test.each([
    ['Sperrfrist 14.03., 6 Uhr: Studie zu Deichen', 'Studie zu Deichen', 'Sperrfrist 14.03., 6 Uhr'],
    ['SPERRFRIST: 14.03.2026, 6 Uhr - Studie zu Deichen', 'Studie zu Deichen', 'SPERRFRIST: 14.03.2026, 6 Uhr'],
    ['+++ Sperrfrist: 14. März, 6.00 Uhr +++ Studie zu Deichen', 'Studie zu Deichen', 'Sperrfrist: 14. März, 6.00 Uhr'],
    ['EMBARGOED until 00:01 GMT 17 March 2026 - Dykes hold', 'Dykes hold', 'EMBARGOED until 00:01 GMT 17 March 2026'],
    ['Studie zu Deichen (Sperrfrist: 14.03.2026, 6 Uhr)', 'Studie zu Deichen', 'Sperrfrist: 14.03.2026, 6 Uhr'],
    ['Studie zu Deichen - Sperrfrist: 14.03.2026, 6 Uhr', 'Studie zu Deichen', 'Sperrfrist: 14.03.2026, 6 Uhr'],
  ])('%s', (line, headline, embargo) => {
    expect(withoutEmbargo(line)).toEqual({ headline, embargo });
  });

  test('a line of nothing else stays whole', () => {
    const line = 'EMBARGOED until 12 March 2026 00:01';
    expect(withoutEmbargo(line)).toEqual({ headline: line });
  });

  test.each(['Embargo: EU verlängert Sanktionen bis 15. März', 'Gesperrt: A7 bis 15. März', 'EU-Embargo - was nun?'])(
    'news: %s',
    (line) => {
      expect(withoutEmbargo(line)).toEqual({ headline: line });
    },
  );

  test('holds for the mail', () => {
    const story = onlyOf(
      'From: Institut <presse@institut.example>\nSubject: Sperrfrist 14.03., 6 Uhr: Studie zu Deichen\nDate: Fri, 13 Mar 2026 14:00:00 +0100\n\nDeiche halten, wie eine Studie zeigt.\n',
    );
    expect(story).toMatchObject({
      headline: 'Studie zu Deichen',
      status: 'embargoed',
      embargoUntil: '2026-03-14T06:00:00+01:00',
      notes: [{ kind: 'embargo', text: 'Sperrfrist 14.03., 6 Uhr' }],
    });
  });
});
