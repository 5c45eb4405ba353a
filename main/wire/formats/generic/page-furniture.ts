import { attributeOf, find, findAll, lineText, type MarkupElement } from '../../markup/markup.ts';

/** Elements that surround an article, and those of AMP that ask for something. */
const ELEMENT =
  /^(?:header|footer|aside|nav|dialog|amp-(?:ad|embed|sidebar|user-notification|consent|social-share|sticky-ad|geo|analytics))$/i;
const ROLE = /^(?:navigation|complementary|banner|contentinfo|search|dialog|alertdialog)$/i;

/** Words in class names, ids and component names of what is no text of the article, in the languages of its makers. */
const WORDS = [
  'cookies?|consent|gdpr|dsgvo|cmp|privacy-?(?:banner|notice)',
  'newsletter|sign-?up|subscri(?:be|ption)|(?:pay|reg)-?(?:wall|gate|barrier)|piano|(?:article-?)?reserved|abo-?(?:box|teaser|hinweis|wall)|aboshop',
  'comments?|kommentare?|disqus|leserbriefe?|leserkommentare?',
  'related|recommend(?:ed|ations?)?|empfehlung(?:en)?|most-?(?:read|viewed|popular)|meistgelesen|trending|read-?(?:more|also|next)|weiterlesen|mehr-?zum-?thema|rich-?link|onward|outbrain|taboola|more-?(?:news|stories|articles|from)',
  'teaser-?(?:box|list|group|container)|promo(?:tion|box)?|cross-?link|linkbox',
  'shar(?:e|ing)|social|follow-?us|whatsapp',
  'ads?|advert(?:s|isements?|ising|orial)?|ad-?slot|anzeigen?|werbung|sponsor(?:ed)?|banner',
  'breadcrumbs?|brotkrume|tag-?(?:list|cloud)|tags|topics|topic-?links?|schlagworte?|submeta|sidebar|pagination|author-?(?:box|bio|card)|autorenbox',
  'captions?|credits?|image-?credit|photo-?credit|bildunterschrift|bildnachweis|bildtext|copyright',
  'name-(?:uid|created|field-(?:tags|kategorie|category))|field__label|links-block|topic-list-block|mw-editsection|no-?print|site-?sub|subtitle-?site|feedflare|sharedaddy|sd-(?:like|social)|(?:ez-)?toc-(?:container|title)|jp-relatedposts|button-wrapper|footnote-(?:anchor|number)|visually-hidden|sr-only|screen-reader-text|print-warning|video-player-message|compartir|partage|condividi|mas-info|lees-ook|lire-aussi|les-ogsa',
  'pop-?up|modal|overlay|notification|skip-?link|print-?only|widgets?|widget-?area|secondary|app-?(?:banner|promo)',
].join('|');
const NAME = new RegExp(`^(?:[a-z0-9]{1,20}[-_]{1,2}){0,3}(?:${WORDS})(?:[-_]{1,2}[a-z0-9]{1,20}){0,3}$`, 'iu');
/** What an element has or may do, not what it is: `has-comments`, `js-share`, `no-ads`. */
const STATE = /^(?:has|is|with|no|js|show|hide|can|allow|enable)[-_]/iu;
const ATTRIBUTES = ['class', 'id', 'data-component', 'data-area', 'data-module', 'data-testid', 'itemprop'];

/** The first `h1` that is no logo: the name of the site, which leads to its first page. */
export const titleOf = (element: MarkupElement | undefined): MarkupElement | undefined =>
  findAll(element, 'h1').find((title) => {
    const link = find(title, 'a');
    const isHome = link !== undefined && /^(?:https?:\/\/[^/]{1,200})?\/?$/iu.test(attributeOf(link, 'href') ?? '');
    return !(isHome && lineText(link) === lineText(title));
  });

/** Surrounds the article of any page. A header around the headline is that of the article. */
export const isAround = (element: MarkupElement): boolean =>
  (ELEMENT.test(element.name) && !(/^header$/i.test(element.name) && titleOf(element) !== undefined)) ||
  ROLE.test(attributeOf(element, 'role') ?? '');

/** A box inside an article that is no part of its text, by its names. What holds the headline is the article. */
export function isBox(element: MarkupElement): boolean {
  if (isAround(element)) return true;
  if (/^sup$/i.test(element.name))
    return /(?:^|[\s_-])(?:reference|footnote)/i.test(attributeOf(element, 'class') ?? '');
  // A paragraph or table is text, whatever it is called, and so is a page.
  if (/^(?:html|body|main|article|p|h[1-6]|table|tbody|tr|td|blockquote)$/i.test(element.name)) return false;
  // `NewsletterSignup_root__f6`: names that programs make of words.
  const names = ATTRIBUTES.flatMap((name) =>
    (attributeOf(element, name) ?? '').replace(/(?<=[a-z])(?=[A-Z])/g, '-').split(/\s+/),
  );
  const isNamed = names.some((name) => name.length <= MAX_NAME_CHARS && !STATE.test(name) && NAME.test(name));
  return isNamed && find(element, 'h1') === undefined;
}
const MAX_NAME_CHARS = 60;
