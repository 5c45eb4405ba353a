import { attributeOf, type MarkupElement } from './markup.ts';

/** What agencies call headings inside a text, as names of elements and classes of paragraphs. */
const HEADINGS = new Set(
  `mellanrubrik mellis mellemrubrik mellomtittel mtit underrubrik rubrik subheadline subheading subhead crosshead crossheading
   intertitle intertitre zwischentitel zwischenueberschrift zwischenüberschrift tussenkop tussenkopje ladillo intertitulo
   intertítulo entretitulo titoletto valiotsikko`.split(/\s+/),
);
/** What they call the text below a picture and whose picture it is. */
const CAPTIONS = new Set(
  `bildtext bildunterschrift bildzeile bildbyline bildskapare bildnachweis bildquelle bildcredit bildrechte fotocredit fotograf
   photocredit photo-credit photocaption photo-caption image-caption imagecaption imagecredit image-credit picture-caption
   wp-caption-text legende légende didascalia piedefoto pie-de-foto fotobyline bijschrift onderschrift kuvateksti`.split(
    /\s+/,
  ),
);

/** True for a name of a heading inside a text, in any case: `Mellanrubrik`, `sub-headline1`. */
export const isHeadingName = (name: string): boolean =>
  name.length < 40 && HEADINGS.has(name.toLowerCase().replace(/[-_]/gu, '').replace(/\d$/u, ''));

/** What an element is by the name an agency gave it; undefined for one that has to be read by other rules. */
export function namedBlock(element: MarkupElement, name: string): 'heading' | 'caption' | undefined {
  if (isHeadingName(name)) return 'heading';
  if (CAPTIONS.has(name)) return 'caption';
  if (name !== 'p' && name !== 'div') return undefined;
  const classes = attributeOf(element, 'class')?.toLowerCase().split(/\s+/, 8) ?? [];
  if (classes.some((one) => CAPTIONS.has(one))) return 'caption';
  return name === 'p' && classes.some(isHeadingName) ? 'heading' : undefined;
}
