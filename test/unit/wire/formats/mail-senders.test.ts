import { describe, expect, test } from 'vitest';
import { senderOf } from '../../../../main/wire/formats/mail/headers.ts';
import { onlyOf } from '../reading.ts';

describe('who sends a mail', () => {
  test.each([
    ['Reederei Nord <presse@reederei.example>', 'Reederei Nord'],
    ['dpa-infoline <noreply@dpa.com>', 'dpa'],
    ['"APA-OTS" <ots@apa.at>', 'OTS'],
    ['redazione@ansa.it', 'ANSA'],
    ['"Brook, Anna (AFP)" <anna@afp.com>', 'AFP'],
    ['Anna Brook <anna@thomsonreuters.com>', 'Reuters'],
    ['Brook, Anna <anna@reederei.example>', 'Brook, Anna'],
    ['Keystone-SDA Schweiz <redaktion@keystone-sda.ch>', 'Keystone-SDA'],
    ['a@reederei.example, dpa <x@dpa.com>', 'a@reederei.example'],
    ['presse@reederei.example (Reederei Nord)', 'Reederei Nord'],
    ['Mia <mia@example.com>', 'Mia'],
    ['', ''],
  ])('%s', (from, name) => {
    expect(senderOf(from)).toBe(name);
  });

  test('a mail that is forwarded comes from the agency that wrote it; the header above the text is a note', () => {
    const story = onlyOf(
      'From: Anna Brook <anna@zeitung.example>\nSubject: Fwd: Hafen offen\nDate: Tue, 10 Mar 2026 10:00:00 +0100\n\n' +
        'Zur Info\n\n---------- Forwarded message ---------\nVon: APA-OTS <ots@apa.at>\nDate: Mo., 9. März 2026\n' +
        'Subject: Hafen offen\nTo: <desk@zeitung.example>\n\nDer Hafen ist wieder offen.\n',
    );
    expect([story.source, story.headline]).toEqual(['OTS', 'Hafen offen']);
    expect(story.body).toMatchObject([{ text: 'Der Hafen ist wieder offen.' }]);
    expect(story.notes).toMatchObject([
      { kind: 'editor', text: 'Zur Info' },
      { kind: 'editor', text: expect.stringContaining('Von: APA-OTS') },
    ]);
  });
});

describe('the time of a mail', () => {
  const sentOf = (headers: string) =>
    onlyOf(`From: Desk <desk@nord.example>\nSubject: Deich\n${headers}\n\nEr hält.\n`).publishedAt;
  const RECEIVED = 'Received: from a (a [192.0.2.1])\n by b with ESMTP id 1;\n Tue, 10 Mar 2026 11:15:00 +0100 (CET)\n';

  test.each([
    [
      'with a comment and an hour of one digit',
      'Date: Tue, 10 Mar 2026 9:05:00 +0100 (CET)',
      '2026-03-10T09:05:00+01:00',
    ],
    ['with two digits of the year', 'Date: 10 Mar 26 09:05 UT', '2026-03-10T09:05:00Z'],
    ['as ISO 8601', 'Date: 2026-03-10T09:05:00+01:00', '2026-03-10T09:05:00+01:00'],
    ['with a German month', 'Date: Di, 10 Mär 2026 09:05:00 +0100', '2026-03-10T09:05:00+01:00'],
    ['that is missing is when it was received', 'X-Id: 1', '2026-03-10T11:15:00+01:00'],
    ['that cannot be read is when it was received', 'Date: Tue, 99 Foo 2026', '2026-03-10T11:15:00+01:00'],
  ])('%s', (_, header, iso) => {
    expect(sentOf(RECEIVED + header)).toBe(iso);
  });
});

test('keywords and language stand in the header', () => {
  const story = onlyOf(
    'From: Desk <desk@nord.example>\nSubject: Deich\nDate: Tue, 10 Mar 2026 10:00:00 +0100\nKeywords: Hafen, Verkehr; =?utf-8?q?F=C3=A4hre?=\n' +
      'Content-Language: de-DE, en\n\nEr hält.\n',
  );
  expect([story.keywords, story.language]).toEqual([['Hafen', 'Verkehr', 'Fähre'], 'de-DE']);
  expect(story.topics).toEqual(['medtop:04000000']);
});
