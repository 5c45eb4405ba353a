import { describe, expect, test } from 'vitest';
import { onlyOf } from '../reading.ts';

describe('a NewsML 1 item with two stories', () => {
  const component = (headline: string, text: string, attributes = '', role = 'Main') =>
    `<NewsComponent${attributes}><Role FormalName="${role}"/><NewsLines><HeadLine>${headline}</HeadLine></NewsLines><ContentItem><MediaType FormalName="Text"/><DataContent><p>${text}</p></DataContent></ContentItem></NewsComponent>`;
  const item = (components: string, attributes = '') =>
    onlyOf(
      `<NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><ProviderId>nord.example</ProviderId><DateId>20260310</DateId><NewsItemId>S1</NewsItemId><RevisionId>1</RevisionId></NewsIdentifier></Identification><NewsManagement><ThisRevisionCreated>20260310T100000Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement><NewsComponent${attributes}>${components}</NewsComponent></NewsItem></NewsML>`,
    );
  const first = component('Harbour opens', 'The harbour opens.');
  const second = component('Mill closes', 'The mill, which is older than the harbour, closes for good on Friday.');

  test('shows both, each under its headline', () => {
    const dispatch = item(first + second);
    expect(dispatch.headline).toBe('Harbour opens');
    expect(dispatch.body).toEqual([
      { type: 'paragraph', text: 'The harbour opens.' },
      { type: 'heading', level: 2, text: 'Mill closes' },
      { type: 'paragraph', text: 'The mill, which is older than the harbour, closes for good on Friday.' },
    ]);
  });

  const long = `The harbour opens on Friday, the mayor said at noon on Tuesday${' and again'.repeat(9)}.`;
  test.each([
    ['equivalents', item(first + second, ' EquivalentsList="yes"')],
    [
      'languages',
      item(component('Hafen', 'Der Hafen.', ' xml:lang="de"') + component('Harbour', long, ' xml:lang="en"')),
    ],
    ['a long and a short version', item(component('Harbour', long) + component('Harbour, short', long.slice(0, 70)))],
    ['a caption', item(first + component('Harbour in the sun', long, '', 'Caption'))],
    ['one headline', item(first + component('Harbour opens', long))],
    ['a headline of all', item(`<NewsLines><HeadLine>Harbour</HeadLine></NewsLines>${first}${second}`)],
  ])('%s are one story', (_, dispatch) => {
    expect(dispatch.body).toHaveLength(1);
  });
});
