/**
 * Lists what no content may bring onto a page, in the DOM as parsed by the browser. Runs in the page and uses
 * nothing outside of itself. The page's policy would block most of this too, but must not need to.
 */
export function findIntrusions(): string[] {
  const found: string[] = [];
  const note = (element: Element, why: string) => {
    found.push(`${why}: ${element.outerHTML.slice(0, 160)}`);
  };
  const inert = (element: Element) => element.getAttribute('type') === 'application/ld+json';
  const assets = new URL('.', document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')?.href ?? '')
    .href;
  // The page's scripts, and those of the search index, which remove themselves once they have run.
  const ours = [assets, new URL('../search/', assets).href];
  const isOurs = ({ src }: HTMLScriptElement) => ours.some((folder) => src.startsWith(folder));
  const forbidden =
    'style, iframe, frame, frameset, object, embed, applet, portal, video, audio, template:not(reply-search > *), math, dialog:not(reply-search *), marquee, foreignObject, animate, use, textarea, plaintext, xmp, noscript iframe';
  for (const element of document.querySelectorAll(forbidden)) note(element, 'element');
  for (const script of document.scripts) {
    if (!isOurs(script) && !inert(script)) note(script, 'script');
  }
  for (const element of document.querySelectorAll('base, meta[http-equiv]'))
    if (element.getAttribute('http-equiv') !== 'Content-Security-Policy') note(element, 'element');
  if (document.querySelectorAll('meta[http-equiv]').length !== 1) found.push('a second policy');
  for (const link of document.querySelectorAll('link'))
    if (
      /stylesheet|icon|preload|prefetch/.test(link.rel) &&
      !/^(?:file:|http:\/\/127\.0\.0\.1)/.test(link.href)
    )
      note(link, 'link');
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      if (
        /^on|^style$|^srcset$|^formaction$|^ping$|^srcdoc$|^background$|^is$|^contenteditable$|^accesskey$/.test(
          name,
        )
      )
        note(element, 'attribute');
      // Parsed as by the browser, which ignores tabs and line ends.
      if (
        /^(?:href|src|action|data|poster|xlink:href)$/.test(name) &&
        /^(?:java|vb)script:$/.test(URL.parse(value, location.href)?.protocol ?? '')
      )
        note(element, 'address');
      if (name === 'href' && /^\s*data:/i.test(value)) note(element, 'address');
      const isOwnScript = element instanceof HTMLScriptElement && isOurs(element);
      if (name === 'src' && /^(?:https?:)?\/\//i.test(value) && !isOwnScript) note(element, 'address');
    }
  for (const form of document.forms)
    if (!(form.action.split('?')[0] ?? '').endsWith('search.html') && form.hasAttribute('action'))
      note(form, 'form');
  const body = document.querySelector('[data-letter-body], .prose');
  for (const element of body?.querySelectorAll(
    'svg, form, input, button, select, script, link, meta, [name], [class*=site], [class*=skip], [hidden], [role=alert], [data-copy], [data-results], [tabindex]:not(.wide-table, .paragraph-link)',
  ) ?? [])
    note(element, 'in the letter');
  for (const element of body?.querySelectorAll('*') ?? [])
    if (element instanceof HTMLUnknownElement) note(element, 'unknown element');
  for (const { id } of body?.querySelectorAll('[id]') ?? [])
    if (!/^(?:[a-z]?[\d-]+[a-z]?[\d-]*|user-content-.*|footnote-label)$/.test(id)) found.push(`id: ${id}`);
  const all = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const twice = all.filter((id, at) => all.indexOf(id) !== at);
  if (twice.length > 0) found.push(`ids twice: ${twice.join(' ')}`);
  if (document.getElementById !== Document.prototype.getElementById) found.push('clobbered document');
  if ('hacked' in window) found.push('code ran');
  if (
    document.querySelectorAll('main').length !== 1 ||
    document.body.parentElement !== document.documentElement
  )
    found.push('the page’s frame is broken');
  return found;
}
