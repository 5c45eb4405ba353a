import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Dispatch } from '../../../main/wire/dispatch.ts';
import { splitByHeadline } from '../../../main/wire/text/known-headline.ts';
import { dispatchesOf } from './reading.ts';

const folder = new URL('../../../seeds/', import.meta.url);
const DTS = 'dts-nachrichtenagentur.de';

/** What the samples say, read by eye: headline, minute, source, encoding. */
const EXPECTED: Readonly<
  Record<string, readonly [headline: string, minute: string, source: string, encoding?: string]>
> = {
  'W3107_baltic-cable.tst': ['Repair ship reaches damaged data cable', '2026-11-22T09:12Z', 'NP'],
  'bdt0217_kaenguru.txt': ['Ausgebüxtes Känguru nach drei Tagen', '2026-11-21T10:48Z', 'mdp', 'windows-1252'],
  'dts_20261118_0715_hafen.txt': ['Emdener Werft Harms & Tidemann', '2026-11-18T06:15Z', DTS],
  'dts_20261119_1402_bruecke.txt': ['Talbrücke Hohenrode bleibt bis Ende', '2026-11-19T13:02Z', DTS],
  'dts_20261120_0930_bruecke-akt.txt': ['Talbrücke Hohenrode: Fußgänger', '2026-11-20T08:30Z', DTS],
  'dts_20261120_1745_energie.txt': ['Netzagentur: Gasspeicher so voll', '2026-11-20T16:45Z', DTS],
  'dts_20261121_0810_museum.txt': ['Verschollenes Altarbild', '2026-11-21T07:10Z', DTS, 'windows-1252'],
  'dts_20261121_1633_flash.txt': ['Ministerpräsident von Valmarien tritt', '2026-11-21T15:33Z', DTS],
  'dts_20261121_1702_valmarien.txt': ['Valmariens Regierungschef Lukanow', '2026-11-21T16:02Z', DTS],
  'dts_20261121_2148_handball.txt': ['Handball: Flensburger Reserve', '2026-11-21T20:48Z', DTS],
  'dts_20261122_0744_wetter.txt': ['Erster Schnee bringt Alpenrand', '2026-11-22T06:44Z', DTS],
  'dts_20261122_1015_rente.txt': ['Brinkmann wirbt für späteren', '2026-11-22T09:15Z', DTS],
  'dts_20261122_1130_english.txt': ['Research ship Meridian finds', '2026-11-22T10:30Z', DTS],
};

const stories = new Map<string, Dispatch>();
for (const name of readdirSync(folder)) {
  const { dispatches, complete } = dispatchesOf(readFileSync(new URL(name, folder)), name);
  const [story] = dispatches;
  if (story && complete && dispatches.length === 1) stories.set(name, story);
}

describe('the samples', () => {
  test('are all read, each as one whole dispatch without warnings', () => {
    expect([...stories.keys()].sort()).toEqual(Object.keys(EXPECTED).sort());
    expect([...stories.values()].flatMap((story) => story.file.warnings)).toEqual([]);
  });

  test.each(Object.entries(EXPECTED))('%s', (name, [headline, minute, source, encoding = 'utf-8']) => {
    const story = stories.get(name);
    expect(story?.headline.slice(0, headline.length)).toBe(headline);
    expect(`${new Date(story?.publishedAt ?? 0).toISOString().slice(0, 16)}Z`).toBe(minute);
    expect(story?.source).toBe(source);
    expect(story?.file.encoding).toBe(encoding);
  });

  test('one is a flash, one an update, one English', () => {
    expect(stories.get('dts_20261121_1633_flash.txt')).toMatchObject({ signal: 'flash', urgency: 2 });
    expect(stories.get('dts_20261120_0930_bruecke-akt.txt')?.signal).toBe('update');
    expect(stories.get('dts_20261122_1130_english.txt')?.language).toBe('en');
  });

  test('their teasers announce each other: same minute, same Ressort, a split that is right', () => {
    const teasers = [...stories.values()].flatMap((story) => story.related);
    expect(teasers.length).toBeGreaterThanOrEqual(6);
    for (const teaser of teasers) {
      const minute = new Date(teaser.publishedAt ?? 0).toISOString().slice(0, 16);
      const target = [...stories.values()].find((story) =>
        new Date(story.publishedAt).toISOString().startsWith(minute),
      );
      expect(target?.categories).toContain(teaser.category);
      expect(splitByHeadline(teaser.text, target?.headline ?? '')?.headline).toBe(target?.headline);
      expect(teaser.headline).toBe(target?.headline);
    }
  });
});
