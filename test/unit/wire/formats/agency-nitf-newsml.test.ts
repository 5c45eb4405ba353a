import { describe, expect, test } from 'vitest';
import { notesOf, textsOf } from '../markup-fixture.ts';
import { onlyOf } from '../reading.ts';

// What agencies write into the formats beyond the plain story that the fixtures show.

const inNitf = ({ head = '', docdata = '', bodyHead = '', content = '<p>Der Damm hält.</p>' }) =>
  onlyOf(
    `<?xml version="1.0"?><nitf><head><title>Damm</title>${head}<docdata>${docdata}<date.issue norm="20250310T101500Z"/></docdata></head>` +
      `<body><body.head><hedline><hl1>Damm hält</hl1></hedline>${bodyHead}</body.head><body.content>${content}</body.content></body></nitf>`,
    'damm.xml',
  );

describe('NITF', () => {
  test('scopes of the document are categories, and words without a key are keywords', () => {
    const story = inNitf({ docdata: '<doc-scope scope="Wetter"/><key-list><keyword>Deich</keyword></key-list>' });
    expect(story.categories).toEqual(['Wetter']);
    expect(story.keywords).toEqual(['Deich']);
  });

  test('the comment of a revision is a note, and says whether it corrects', () => {
    const update = inNitf({ head: '<revision-history comment="ADDS quotes from mayor"/>' });
    expect(update.signal).toBe('update');
    expect(notesOf(update)).toEqual(['editor: ADDS quotes from mayor']);
    const correction = inNitf({ head: '<revision-history comment="CORRECTS height of dam"/>' });
    expect(correction.signal).toBe('correction');
    expect(notesOf(correction)).toEqual(['correction: CORRECTS height of dam']);
    expect(inNitf({ head: '<revision-history name="desk"/>' }).signal).toBeUndefined();
  });

  test('a subject is named by its words before its number', () => {
    const subject =
      '<tobject><tobject.subject tobject.subject.refnum="06000000" tobject.subject.type="Umwelt" tobject.subject.matter="Hochwasser"/></tobject>';
    expect(inNitf({ head: subject }).categories).toEqual(['Umwelt', 'Hochwasser']);
  });

  test('ANSA names the subject in the head of the page', () => {
    const head = '<meta name="category" content="ALR"/><meta name="category_iptc" content="04000000"/>';
    expect(inNitf({ head }).topics).toEqual(['medtop:04000000']);
  });

  test('an id that begins with the key of the story is that key: the version behind it is no part of it', () => {
    const ids = ['1', '2'].map(
      (version) => inNitf({ docdata: `<doc-id id-string="DAMM77_${version}"/><du-key key="DAMM77"/>` }).id,
    );
    expect(ids).toEqual(['DAMM77', 'DAMM77']);
  });

  test('ANSA writes its sub-headline where others have the byline', () => {
    const story = inNitf({
      docdata: '<doc.copyright holder="ANSA"/>',
      bodyHead: '<byline>Der Pegel fällt seit Montag</byline>',
    });
    expect(story).toMatchObject({ source: 'ANSA', subhead: 'Der Pegel fällt seit Montag' });
    expect(story.byline).toBeUndefined();
  });

  test.each([
    ['ntb-dato', '10.03.2025 11:15', '+01:00'],
    ['aap-selectors', 'N', '+11:00'],
  ])('a time without a zone is of the agency whose own field %s stands there', (name, value, zone) => {
    const story = onlyOf(
      `<nitf><head><meta name="${name}" content="${value}"/><docdata><date.issue norm="20250310T101500"/></docdata></head>` +
        '<body><body.head><hedline><hl1>Damm hält</hl1></hedline></body.head><body.content><p>Der Damm hält.</p></body.content></body></nitf>',
      'damm.xml',
    );
    expect(story.publishedAt).toBe(`2025-03-10T10:15:00${zone}`);
    expect(story.file.warnings).toEqual([]);
  });

  test('a quotation that stands apart is a quotation, with each of its paragraphs', () => {
    const content = '<p>Sie sagte:</p><bq><block><p>Wir bleiben.</p><p>Alle.</p></block></bq><p>Dann ging sie.</p>';
    expect(inNitf({ content }).body.map((block) => [block.type, 'text' in block && block.text])).toEqual([
      ['paragraph', 'Sie sagte:'],
      ['quote', 'Wir bleiben.'],
      ['quote', 'Alle.'],
      ['paragraph', 'Dann ging sie.'],
    ]);
  });

  test('a cell over several columns leaves the others empty, so that the columns stay in line', () => {
    const content =
      '<p>Pegel.</p><table><tr><td colspan="2">Küste</td><td>Stand</td></tr><tr><td>Nord</td><td></td><td>3,1</td></tr></table>';
    const [, table] = inNitf({ content }).body;
    if (table?.type !== 'table') throw new Error(`no table: ${JSON.stringify(table)}`);
    expect(table.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['Küste', '', 'Stand'],
      ['Nord', '', '3,1'],
    ]);
  });

  test('the author and the contact that Reuters puts around a text are no part of it', () => {
    const story = inNitf({
      content:
        '<p>By Ann Lund</p><p>NORDWIK, March 10 (Reuters) - The dam holds.</p><p>Nobody was hurt.</p><p>((ann.lund@nord.example; desk 12))</p>',
    });
    expect(textsOf(story)).toEqual(['The dam holds.', 'Nobody was hurt.']);
    expect(story.byline).toContain('Ann Lund');
    expect(notesOf(story)).toEqual(['contact: ann.lund@nord.example; desk 12']);
  });
});

const inNewsml1 = ({ management = '', lines = '', metadata = '', priority = '4', item = '' }) =>
  onlyOf(
    `<NewsML Version="1.2"><NewsEnvelope><Priority FormalName="${priority}"/></NewsEnvelope><NewsItem><Identification><NewsIdentifier><NewsItemId>d1</NewsItemId></NewsIdentifier></Identification>` +
      `<NewsManagement><NewsItemType FormalName="News"/><ThisRevisionCreated>20250310T101400Z</ThisRevisionCreated><Status FormalName="Usable"/>${management}</NewsManagement>` +
      `<NewsComponent><NewsLines><HeadLine>Dam holds</HeadLine>${lines}</NewsLines><AdministrativeMetadata><Provider><Party FormalName="NORD"/></Provider></AdministrativeMetadata>` +
      `<DescriptiveMetadata>${metadata}</DescriptiveMetadata>${item || '<ContentItem><MediaType FormalName="Text"/><DataContent><p>The dam holds.</p></DataContent></ContentItem>'}</NewsComponent></NewsItem></NewsML>`,
    'dam.xml',
  );

describe('NewsML 1', () => {
  test('news lines of a type for editors and the copyright line are notes', () => {
    const line = (type: string, text: string) =>
      `<NewsLine><NewsLineType FormalName="${type}"/><NewsLineText>${text}</NewsLineText></NewsLine>`;
    const story = inNewsml1({
      lines: `<CopyrightLine>(c) NORD</CopyrightLine>${line('Advisory', 'Pictures at noon')}${line('Tagline', 'Read on')}`,
    });
    expect(notesOf(story)).toEqual(['editor: Pictures at noon', 'copyright: (c) NORD']);
  });

  test('TASS names its rubrics among the keywords', () => {
    const words = '<item_keyword>itartassrubric_ECONOMY</item_keyword><item_keyword>Ferries</item_keyword>';
    const story = inNewsml1({ metadata: words });
    expect([story.categories, story.keywords, story.topics]).toEqual([['ECONOMY'], ['Ferries'], ['medtop:04000000']]);
  });

  test('topics are named in English where they can be, and not by the code of their category', () => {
    const topic =
      '<TopicSet FormalName="t"><Topic Duid="a"><TopicType FormalName="x"/><Description Variant="Category">ENV</Description>' +
      '<Description xml:lang="fr">Eau</Description><Description xml:lang="en">Water</Description></Topic>' +
      '<Topic Duid="b"><TopicType FormalName="x"/><Description xml:lang="fr">Vent</Description></Topic></TopicSet>';
    expect(inNewsml1({ metadata: topic }).categories).toEqual(['Water', 'Vent']);
  });

  test('priority 9 of the envelope says nothing', () => {
    expect(inNewsml1({ priority: '9' }).urgency).toBe(inNewsml1({ priority: '' }).urgency);
    expect(inNewsml1({ priority: '1' }).urgency).toBe(1);
  });

  test('an associated item that is named by its whole id keeps it', () => {
    const story = inNewsml1({ management: '<AssociatedWith NewsItem="urn:newsml:nord.example:20250309:d0:1"/>' });
    expect(story.related).toMatchObject([{ dispatchId: 'urn:newsml:nord.example:20250309:d0:1' }]);
  });

  test('text that is declared as XML is text, whatever its medium', () => {
    const item =
      '<ContentItem><MediaType FormalName="Graphic"/><MimeType FormalName="text/vnd.IPTC.NITF+xml"/><DataContent><nitf><body><body.content><p>It holds.</p></body.content></body></nitf></DataContent></ContentItem>';
    expect(textsOf(inNewsml1({ item }))).toEqual(['It holds.']);
  });
});

const inNewsmlg2 = ({
  item = '',
  meta = '',
  content = '',
  set = '<inlineXML><html><body><p>Der Damm hält.</p></body></html></inlineXML>',
}) =>
  onlyOf(
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:nord.example:1" version="1" xml:lang="de">' +
      `${item}<itemMeta><itemClass qcode="ninat:text"/><provider literal="NORD"/><versionCreated>2025-03-10T10:14:00Z</versionCreated>${meta}</itemMeta>` +
      `<contentMeta><headline>Damm hält</headline>${content}</contentMeta><contentSet>${set}</contentSet></newsItem>`,
    'damm.xml',
  );

describe('NewsML-G2', () => {
  test('a signal to remove takes the item back', () => {
    expect(inNewsmlg2({ meta: '<signal qcode="stt-instruct:remove"/>' }).status).toBe('killed');
    expect(inNewsmlg2({ meta: '<signal qcode="stt-instruct:keep"/>' }).status).toBe('usable');
  });

  test('notes are of the desk, not for publication, or corrections, by what they are marked with', () => {
    const story = inNewsmlg2({
      item: '<rightsInfo><copyrightNotice>NORD 2025</copyrightNotice><copyrightNotice>noch einmal</copyrightNotice></rightsInfo>',
      meta: '<edNote>Bilder folgen</edNote><edNote role="sttnote:private">Anruf um vier</edNote><edNote role="x:correctionshort">Höhe korrigiert</edNote>',
    });
    expect(notesOf(story)).toEqual([
      'editor: Bilder folgen',
      'nonpublic: Anruf um vier',
      'correction: Höhe korrigiert',
      'copyright: NORD 2025',
    ]);
  });

  test('links lead to items and pages that have a name or an id, not to pictures', () => {
    const story = inNewsmlg2({
      meta:
        '<link contenttype="image/jpeg" residref="urn:x:bild"/><link href="https://nord.example/damm"><title>Karte</title></link>' +
        '<link guidref="urn:newsml:nord.example:2"/><link rel="irel:previousVersion" residref="urn:newsml:nord.example:0"/><link/>',
    });
    expect(story.related.map(({ text, dispatchId }) => [text, dispatchId])).toEqual([
      ['Karte', undefined],
      ['urn:newsml:nord.example:2', 'urn:newsml:nord.example:2'],
    ]);
    expect(story.refersTo).toEqual([{ relation: 'updates', id: 'urn:newsml:nord.example:0' }]);
  });

  test('a genre that is an announcement is a signal', () => {
    expect(inNewsmlg2({ content: '<genre><name>Advisory</name></genre>' }).signal).toBe('advisory');
  });

  test('the desk of a subject may be a literal without a name', () => {
    expect(inNewsmlg2({ content: '<subject type="cptype:cat" literal="Küste"/>' }).categories).toEqual(['Küste']);
  });

  test('what a package says of its items is the lead of their teasers', () => {
    const story = onlyOf(
      '<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:p:1" version="1"><itemMeta><provider literal="NORD"/><versionCreated>2025-03-10T10:14:00Z</versionCreated></itemMeta>' +
        '<contentMeta><headline>Themen</headline></contentMeta><groupSet root="a"><group id="a"><itemRef residref="urn:x:1"><title>Damm hält</title><description>Seit Montag.</description></itemRef></group></groupSet></packageItem>',
      'themen.xml',
    );
    expect(story.related).toMatchObject([{ text: 'Damm hält', lead: 'Seit Montag.', dispatchId: 'urn:x:1' }]);
  });

  test('NITF inside gives text, headline and byline where the item has none', () => {
    const set =
      '<inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><hedline><hl1>Innen</hl1></hedline><byline>Jule Petersen</byline></body.head><body.content><p>Er hält.</p></body.content></body></nitf></inlineXML>';
    const story = inNewsmlg2({ set });
    expect(textsOf(story)).toEqual(['Er hält.']);
    expect(story).toMatchObject({ headline: 'Damm hält', byline: 'Jule Petersen' });
  });
});
