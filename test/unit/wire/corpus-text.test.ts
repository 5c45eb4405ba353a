import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { splitByHeadline } from '../../../main/wire/text/known-headline.ts';
import { dispatchesOf, RECEIVED } from './reading.ts';

const shared = new URL('../../../../shared/', import.meta.url);
const FILE_TIME = `${RECEIVED.slice(0, 16)}Z`;

/** Read by eye from the files: beginning of the headline, minute (UTC; the file's own where it names none), source. */
const EXPECTED: Readonly<
  Record<string, readonly [format: string, headline: string, minute: string, source: string | undefined]>
> = {
  'iptc7901/IPTC7901_odd_charset.txt': ['iptc7901', 'German football saddened by illness', '2015-10-07T13:41Z', 'dpa'],
  'iptc7901/dpa_copyright.txt': ['iptc7901', 'Impressum', '2017-06-24T22:00Z', 'dpa'],
  'iptc7901/dpa_four_line.txt': ['iptc7901', 'Switzerland joins list of countries', '2018-11-21T23:22Z', 'dpa'],
  'iptc7901/dpa_two_line.txt': ['iptc7901', 'Peace talks on Yemen to take place', '2018-11-21T21:01Z', 'dpa'],
  'anpa1312/anpa-1.tst': ['anpa1312', 'For Argentine chemo patients, mirrors', '2013-11-13T15:09Z', 'AP'],
  'anpa1312/anpa-3.tst': ['anpa1312', 'Global Weather-Fahrenheit', '2013-11-13T07:13Z', 'AP'],
  'anpa1312/anpa-4.tst': ['anpa1312', 'AP Top Entertainment News at 11:23', '2016-02-10T04:23Z', 'AP'],
  'anpa1312/ap_anpa-2.tst': ['anpa1312', 'Baseball Expanded Standings', '2016-05-17T06:20Z', 'AP'],
  'anpa1312/ap_anpa-5.tst': ['anpa1312', 'Hawaii files court challenge', '2017-06-29T23:50Z', 'AP'],
  'anpa1312/ap_anpa-7.tst': ['anpa1312', '10 Things to Know for Today', '2019-09-04T10:29Z', 'AP'],
  'zczc-text/1487e8f1-f7f5-40f5-8c0f-0eba3c2e162d.tst': ['zczc', 'Legionella found in Qld hospital', FILE_TIME, 'AAP'],
  'zczc-text/AAP201606060716291.tst': ['zczc', 'UGL continues project delay', '2016-06-06T04:00Z', 'News Bites'],
  'zczc-text/ED_841066_2_1.tst': [
    'zczc',
    'Media release: Personal insolvencies',
    '2015-10-12T13:00Z',
    'Australian Financial Security Authority',
  ],
  'zczc-text/ED_867485_4_2.tst': ['zczc', 'ABS data released today shows', FILE_TIME, 'Master Builders Australia'],
  'zczc-text/bob_am_headlines.tst': ['zczc', 'Sydney headlines round-up Nov 06', FILE_TIME, 'AAP'],
  'zczc-text/viflda004_7257.tst': ['zczc', 'RACING : Racing.Com Park FIELDS', FILE_TIME, undefined],
  'plain-text/CRN2016427R1.tst': ['plain', 'Cranbourne, Wednesday 27 Apr 2016', FILE_TIME, undefined],
  'plain-text/abs-calendar.txt': ['plain', '"Subject","Start Date"', FILE_TIME, undefined],
  'plain-text/asianet_1.tst': [
    'plain',
    'Digital Turbine Partners with Axiata',
    '2017-01-31T23:00Z',
    'Digital Turbine, Inc.',
  ],
  'plain-text/asianet_5.tst': ['plain', 'OMRON Launches Promotional Website', '2017-01-31T23:00Z', 'OMRON Corporation'],
  'plain-text/asianet_6.tst': ['plain', 'OnApp v5.3 Simplifies Add-on Services', FILE_TIME, 'OnApp'],
  'plain-text/ticker_sample.txt': ['plain', 'TRUMP PLANS TO INVITE PUTIN', FILE_TIME, undefined],
  'email/email_attachment_belga.txt': ['mail', 'test', '2019-07-05T10:08Z', 'Thanh Nguyen'],
  'email/json-email.txt': ['mail', 'Formatted Editorial Story', '2015-09-14T02:06Z', undefined],
  'email/odd_charset_email.txt': ['mail', 'TravTalk’s Special for TAAI', '2015-03-10T21:17Z', 'Ben'],
  'email/simple_email.txt': ['mail', 'Test message 1234', '2015-02-19T06:18Z', 'a sender'],
};

const corpus = new URL('corpus/', shared);
if (!existsSync(corpus)) console.info(`Skipped: no reference files at ${corpus.pathname}.`);

describe.skipIf(!existsSync(corpus))('reference files', () => {
  test('all text files of the corpus are in the table', () => {
    const found = ['iptc7901', 'anpa1312', 'zczc-text', 'plain-text', 'email'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, corpus)).map((name) => `${folder}/${name}`),
    );
    expect(found.sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  test.each(Object.entries(EXPECTED))('%s', (name, [format, headline, minute, source]) => {
    const [story, ...others] = dispatchesOf(readFileSync(new URL(name, corpus)), name).dispatches;
    expect(others).toEqual([]);
    expect(story?.file.format).toBe(format);
    expect(story?.headline.slice(0, headline.length)).toBe(headline);
    expect(`${new Date(story?.publishedAt ?? 0).toISOString().slice(0, 16)}Z`).toBe(minute);
    expect(story?.source).toBe(source);
  });
});

const seeds = new URL('seeds/', shared);
if (!existsSync(seeds)) console.info(`Skipped: no reference dispatch at ${seeds.pathname}.`);

describe.skipIf(!existsSync(seeds))('the reference dispatch', () => {
  test('every field is right', () => {
    const [name = ''] = readdirSync(seeds);
    const [story] = dispatchesOf(readFileSync(new URL(name, seeds)), name).dispatches;
    expect(story).toMatchObject({
      categories: ['Ausland', 'Militär'],
      publishedAt: '2025-12-03T16:30:43+01:00',
      publishedRaw: '03.12.2025 - 16:30:43',
      source: 'dts-nachrichtenagentur.de',
      language: 'de',
      file: { format: 'dts', encoding: 'utf-8', warnings: [] },
    });
    expect(story?.headline).toMatch(/^Rutte will nach Ukraine-Verhandlungen/);
    expect(story?.body.map((block) => block.type)).toEqual(['paragraph', 'paragraph', 'paragraph']);
    expect(story?.related.map(({ headline, category, publishedAt }) => [headline, category, publishedAt])).toEqual([
      ['Nato-General: Allianz will an Ostflanke heiße Zone einrichten', 'Ausland', '2026-01-24T08:26:00+01:00'],
      ['Merz betont transatlantische Gemeinsamkeiten im Grönland-Konflikt', 'Ausland', '2026-01-22T10:07:00+01:00'],
    ]);
    for (const teaser of story?.related ?? []) {
      expect(splitByHeadline(teaser.text, teaser.headline ?? '')?.lead).toBe(teaser.lead);
      expect(teaser.lead).not.toMatch(/[a-zäöüß]{2}["”]?\.["”]?[A-ZÄÖÜ]/);
    }
  });
});
