/**
 * Opens the print dialog for a page of HTML, which may save it as PDF. The window's policy lets no style stand in a page, so that
 * the page's own becomes a style sheet of the document.
 */
export function printPage(html: string): void {
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  document.body.append(frame);
  const page = frame.contentDocument;
  const view = page?.defaultView;
  if (!page || !view) return;
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(parsed.querySelector('style')?.textContent ?? '');
  page.title = parsed.title;
  page.documentElement.lang = parsed.documentElement.lang;
  page.body.replaceChildren(...[...parsed.body.childNodes].map((node) => page.importNode(node, true)));
  page.adoptedStyleSheets = [sheet];
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}
