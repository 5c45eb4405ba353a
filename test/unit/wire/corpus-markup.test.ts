import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodedFile } from './decoded-file.ts';
import { readFile } from './markup-fixture.ts';

/** Real wire files lie beside the project and do not belong to it; without them there is nothing to compare. */
const corpus = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url));
const present = existsSync(corpus);
if (!present) console.log('Skipped: the corpus of real wire files (../shared/corpus) is not beside the project.');

interface Expected {
  readonly format: string;
  /** The beginning of the first dispatch's headline; undefined for a file that holds no story. */
  readonly headline?: string;
  /** The minute of its publication in UTC, where the file says one. */
  readonly minute?: string;
  readonly source?: string;
  readonly status?: string;
  readonly urgency?: number;
  /** How many dispatches the file holds, where not one. */
  readonly count?: number;
}

/** `format | headline | minute UTC | source | status or count or urgency …`, written down from the files themselves. */
const table = `
nitf/aap-finance-lite.xml | nitf
nitf/aap-sports.xml | nitf | RL:Ferguson returns at centre | 2015-02-18T05:01 | AAP | u5
nitf/aap.xml | nitf | The main stories on today's 1900 | 2013-10-20T08:27 | AAP | u5
nitf/ansa_belga.xml | nitf | >>>ANSA/Gazprom cuts Italy gas | 2022-07-11T16:33 | ANSA
nitf/ap-table-nitf.xml | nitf | Top Ten | 2021-07-06T05:35 | AP
nitf/handle_invalid_fields.xml | nitf | Man accused of ramming gate | 2020-07-03T20:51 | The Canadian Press | u2
nitf/nitf-ntb.xml | nitf | Faktisk.no: Nei, dette dokumentet | 2020-09-07T12:45 | NTB | u5
nitf/nitf_test.xml | nitf | *En 41-årig mand, der onsdag | 2016-05-11T22:05 | Ritzau | u3
nitf/pa1.xml | nitf | PA SPORT TRIVIA (OCTOBER 14) | 2015-10-14T03:30 | PA | u4
nitf/pa4.xml | nitf | GREAT BRITISH BAKE OFF COOKS UP | 2016-10-03T14:22 | PA | u4
nitf/pa5.xml | nitf | HARD BREXIT TO COST UK UP TO £66BN | 2016-10-10T23:13 | PA | u4
newsml1/20210130005024r1.xml | newsml1 | Interactive Brokers Lifts All | 2021-01-31T02:41 | Business Wire
newsml1/afp.xml | newsml1 | Sweden court accepts receivership | 2014-08-29T13:49 | AFP | u4
newsml1/afp_no_headline_2.xml | newsml1 | There are 2 paragraphs on the same | 2017-12-20T13:47 | AFP | u4
newsml1/ana1.xml | newsml1 | Wage employment balance positive | 2018-04-04T14:58 | ANA-MPA
newsml1/belga_newsml_1_2_video.xml | newsml1 | Le bureau fédéral de la FGTB acte | 2020-06-09T13:23 | Belga
newsml1/efe_belga.xml | newsml1 | Leones matan a un joven que se coló | 2019-01-21T10:36 | EFE | u5
newsml1/kyodo_newsml_1_2_belga.xml | newsml1 | Ex-Chinese Premier Li Peng dies | 2019-07-23T11:21 | Kyodo
newsml1/solita_se_1.xml | newsml1 | This is the title | 2019-04-02T14:02 | Cypress Test publisher | u4 | n2
newsml1/tass_belga.xml | newsml1 | Kremlin has 'negative reaction' | 2019-01-21T07:27 | TASS | u2
newsmlg2/LISTING_1_A_NewsML-G2_News_Item.xml | newsmlg2 | Fed to halt QE | 2016-10-21T21:25 | Reuters | embargoed
newsmlg2/LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml | nitf | Arizona Diamondbacks (29-23)
newsmlg2/LISTING_2_NewsML-G2_Text_Document.xml | newsmlg2 | Fed to halt QE | 2018-11-21T21:25 | AP
newsmlg2/LISTING_6_Simple_NewsML-G2_Package.xml | newsmlg2 | UK | 2016-11-17T12:30 | AcmeNews
newsmlg2/ansa-newsmlg2-text.xml | newsmlg2 | Catalan independence declaration | 2017-10-11T09:41 | ANSA | u5
newsmlg2/ansa_culture.xml | newsmlg2 | TEST FROM XAWES | 2019-07-01T08:22 | ANSA
newsmlg2/dpa_newsml_2_0_1_belga.xml | newsmlg2 | Opposition leader slams Scholz | 2024-06-26T14:02 | dpa | u3
newsmlg2/dpa_newsml_test.xml | newsmlg2 | Chef von Ölkonzern Eni soll wegen | 2017-12-20T13:49 | dpa | u4
newsmlg2/fr.xml | newsmlg2 | CORRECTION ET MISE À JOUR | 2020-05-26T15:31 | GlobeNewswire
newsmlg2/ntb_newsml_g2.xml | newsmlg2 | Nutrisystem beats 4Q earnings | 2018-02-26T21:20 | Automated Insights | u4 | n3
newsmlg2/planning_ml_584717_delete.xml | newsmlg2 | SDP:n puoluevaltuuston kokous | 2022-03-25T07:12 | STT | killed
newsmlg2/spe_tab.xml | newsmlg2 | Ergebnisse und Tabelle Fußball | 2024-10-06T19:30 | dpa | u3
newsmlg2/stt_newsml_pre_test.xml | newsmlg2 | Normal paragraph | | STT | u3
newsmlg2/stt_newsml_test.xml | newsmlg2 | Parliament passed the Alcohol Act | 2017-10-18T09:16 | STT | u3
newsmlg2/stt_newsml_test_no_hl.xml | newsmlg2 | *** DISCLAIMER | 2017-12-19T09:16 | STT | u3
newsmlg2/tag_reuters.com_2014_newsml_KBN0FL0NM_version_10 | newsmlg2 | Confident Assad launches | 2014-07-17T00:24 | Reuters | u4
newsmlg2/tag_reuters.com_2014_newsml_KBN0FL0NN_version_5 | newsmlg2 | Confident Assad launches | 2014-07-16T15:53 | Reuters | u4
newsmlg2/tag_reuters.com_2014_newsml_KBN0FL0ZP_version_2 | newsmlg2 | Syria's Assad says foreign | 2014-07-16T13:00 | Reuters | u4
newsmlg2/tag_reuters.com_2014_newsml_LYNXMPEA6F0MS_version_2 | newsmlg2 | Still image from video shows | 2014-07-16T13:00 | Reuters
newsmlg2/text.xml | newsmlg2 | Soccer-Smiling Benitez pleads | 2013-03-01T15:09 | Reuters | u3
newsmlg2/with_infobox.xml | newsmlg2 | Bild von Brandschäden stammt | 2025-01-22T14:59 | dpa | u3
newsmlg2-dpa/urn_newsml_dpa.com_20090101_170627-99-11003.xml | newsmlg2 | «Mo» gegen «Malm» | 2017-06-29T15:20 | dpa | u3
newsmlg2-dpa/urn_newsml_dpa.com_20090101_170629-90-027182.xml | newsmlg2 | DAX: Schlusskurse | 2017-06-29T16:21 | dpa | u3
newsmlg2-dpa/urn_newsml_dpa.com_20090101_170629-99-43475.xml | newsmlg2 | Bundestag beschließt | 2017-06-29T14:43 | dpa | u3
newsmlg2-dpa/urn_newsml_dpa.com_20090101_170629-99-45965.xml | newsmlg2 | Verbot: Erdogan darf | 2017-06-29T16:30 | dpa | u3
newsmlg2-dpa/urn_newsml_dpa.com_20090101_170629-99-48599.xml | newsmlg2 | Berliner Polizei landet | 2017-06-29T14:38 | dpa | u4
newsmlg2-dpa/urn_newsml_dpa.com_20090101_170629-99-48904.xml | newsmlg2 | Eurokurs steigt auf | 2017-06-29T14:52 | dpa | u3
newsmlg2-dpa/urn_newsml_dpa.com_20090101_170629-99-49307.xml | newsmlg2 | «Frankenpost Hof» | 2017-06-29T15:35 | dpa | u5
newsmlg2-dpa/urn_newsml_dpa.com_20090101_170629-99-49786.xml | newsmlg2 | dpa-Nachrichtenüberblick | 2017-06-29T16:00 | dpa | u4
ninjs/001_simplest_file.json | ninjs
ninjs/018_embargoed.json | ninjs
ninjs/020_embargoed_date_only.json | ninjs
ninjs/023_pubstatus_canceled.json | ninjs | 023_pubstatus_canceled | | | killed
ninjs/bbc-ninjs-text-test.json | ninjs | advisory | 2018-05-28T14:40 |  | u3
ninjs/dpa_text.json | ninjs | Faktencheck Derby-Elfmeter | 2019-05-10T14:02 | dpa | u4
ninjs/ninjs2.json | ninjs | Oil prices edge up on first drop | 2017-08-24T01:58 | Reuters | u3
ninjs/ninjsExSimpleText1.json | ninjs | Captain of wrecked cruise ship | 2013-07-09T10:37
ninjs/ninjs_embargoed.json | ninjs | Trouble is brewing for the future | 2022-06-26T23:54 | | embargoed
ninjs/ntb_text.json | ninjs | Google har kjøpt giganttomt | 2019-08-09T09:46 | NTB | u5
ninjs/ntbttninjs.json | ninjs | Krisen allt djupare | 2020-07-02T20:04 | TT | u4
ninjs/tt_text_image_2.json | ninjs | Militärövning i jätteformat | 2021-05-26T11:40 | TT | u3
dpa-digitalwires/audio.json | digitalwires | 1583/KI-Schock aus China | 2025-01-28T05:04 | dpa | u4
dpa-digitalwires/dw-1.json | digitalwires | «Mythos Jungfernhäutchen» | 2024-09-24T10:05 | dpa | u3
dpa-digitalwires/hoerfunk.json | digitalwires | dpa/audio-Programm für Mittwoch | 2024-11-20T14:00 | dpa | u3
dpa-digitalwires/image.json | digitalwires | Caroline Kennedy | 2025-01-29T06:36 | dpa | u3
dpa-digitalwires/no_content.json | digitalwires | Archivo - Monedas, moneda | 2024-11-21T12:10 | | u4
dpa-digitalwires/nsb_n1.json | digitalwires | Baum auf Bahnstrecke bei Peine | 2024-09-25T16:52 | dpa | u4
dpa-digitalwires/tvo_pol.json | digitalwires | dpa-Tagesvorschau Politik | 2024-09-24T07:42 | dpa | u3
dpa-digitalwires/with_dateline.json | digitalwires | DeepSeek-Schock aus China | 2025-01-28T08:18 | dpa | u3
dpa-digitalwires/with_infobox.json | digitalwires | Bild von Brandschäden stammt | 2025-01-22T14:59 | dpa | u3
ap-media-api/ap-agate.json | ap | NBA Expanded Glance | 2021-05-13T05:04 | Sportradar | u4
ap-media-api/ap-aps-mi-right-now.json | ap | Latest Michigan news, sports | 2021-05-13T10:20 | AP | u4
ap-media-api/ap-broadcast.json | ap | Prosecutor: 2 Buffalo police | 2020-06-06T22:09 | AP | u4
ap-media-api/ap_media_text_feed.json | ap | BC-BBN--Top Ten | 2019-07-03T04:05 | AP
ap-media-api/politics.json | ap | Biden taps Rice as domestic | 2020-12-10T16:13 | AP | u4
agency-xml/5f32e6d4-7289-45cf-bd2a-66bb01783492.xml | jimi | The latest developments on COVID-19 | 2020-03-27T15:53 | The Canadian Press
agency-xml/ntb_event.xml | xml | MARKS XML TEST | 2026-08-10T13:02
agency-xml/ritzau_news.xml | ritzau | Hollandske forskere har "i årevis" | 2018-01-30T16:32 | Ritzau | u3
agency-xml/solita_1.xml | xml | Signerte veikontrakt på 4 mrd. | 2018-09-28T09:15
agency-xml/wenn.xml | atom | Suge Knight involved in fatal hit | 2015-01-30T00:33 | WENN | n2
agency-xml/wordpress_wxr.xml | rss | Starafrica to dispose assets for | 2013-07-29T16:03 | The SDNewTester | n5
agency-xml/wordpress_wxr_funke.xml | rss | Löst einen Mord in Mysterium | 2017-12-02T15:43 | 
feeds/big5.xml | rss
feeds/bozo_invalid-bytes-with-bom.xml | rss
feeds/bozo_linenoise.xml | rss |
feeds/demoronize-1.xml | rss | don
feeds/encoding.rss | rss | Mãe de utente é a nova presidente | 2018-01-03T13:47 | Jornal de Notícias | n40
feeds/heise.atom | atom | Java-Anwendungsserver: Red Hat | 2016-02-01T16:22 | heise developer | n15
feeds/heraldsun.rss | rss | The First Item | 2002-04-03T15:00 | RSS0.92 Example | n2
feeds/instant-article.rss | rss | My first Instant Article | 2016-05-04T06:53
feeds/rss_item_link_corrupted_ampersands.xml | rss
feeds/undeclared_namespace.xml | rss
feeds/unrecognized.rss | html | Object Moved
feeds/utf-16le-bom.xml | rss
feeds/utf-8-bom.xml | rss
feeds/windows1255.xml | rss |
`;

function expectedOf(line: string): [string, Expected] {
  const [path = '', format = '', headline, minute, source, ...others] = line.split('|').map((cell) => cell.trim());
  const urgency = others.find((cell) => /^u\d$/.test(cell))?.slice(1);
  const count = others.find((cell) => /^n\d+$/.test(cell))?.slice(1);
  const status = others.find((cell) => /^[a-z]{4,}$/.test(cell));
  return [
    path,
    {
      format,
      ...(headline !== undefined ? { headline } : {}),
      ...(minute ? { minute } : {}),
      ...(source ? { source } : {}),
      ...(urgency ? { urgency: Number(urgency) } : {}),
      ...(count ? { count: Number(count) } : {}),
      status: status ?? 'usable',
    },
  ];
}

const rows = table.trim().split('\n').map(expectedOf);

describe.skipIf(!present)('real files', () => {
  test.each(rows)('%s', (path, expected) => {
    const { format, parsed } = readFile(decodedFile(readFileSync(`${corpus}${path}`), path));
    expect(format).toBe(expected.format);
    if (expected.headline === undefined) {
      expect(parsed).toMatchObject({ kind: 'problem' });
      return;
    }
    if (parsed.kind !== 'dispatches') throw new Error(JSON.stringify(parsed));
    expect(parsed.complete).toBe(true);
    expect(parsed.dispatches).toHaveLength(expected.count ?? 1);
    const [first] = parsed.dispatches;
    expect(first?.headline.slice(0, expected.headline.length)).toBe(expected.headline);
    expect(first?.status).toBe(expected.status);
    if (expected.minute) expect(new Date(first?.publishedAt ?? '').toISOString().slice(0, 16)).toBe(expected.minute);
    if (expected.source) expect(first?.source).toBe(expected.source);
    if (expected.urgency) expect(first?.urgency).toBe(expected.urgency);
  });

  test('no file of these folders is left out', () => {
    const folders = [...new Set(rows.map(([path]) => path.split('/')[0] ?? ''))];
    const files = folders.flatMap((folder) => readdirSync(`${corpus}${folder}`).map((name) => `${folder}/${name}`));
    expect(files.filter((file) => !rows.some(([path]) => path === file))).toEqual([]);
  });
});
