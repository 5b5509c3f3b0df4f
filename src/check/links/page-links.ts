/** A link of a page: an address that the page leads to or loads. */
interface PageLink {
  /** As written, character references resolved. */
  address: string;
  /** Where its element begins, in UTF-16 code units. */
  offset: number;
}

/** What matters of a page to its links. */
export interface PageLinks {
  links: PageLink[];
  /** Every anchor that the page has. */
  ids: Set<string>;
}

const leading = new Set(['href', 'src', 'action', 'poster', 'data', 'xlink:href']);

/**
 * Reads the links and anchors of a page that the edition's own serialisers wrote: there a `<` begins a
 * tag or a comment, and nothing else. A full HTML parser would need minutes for 20,000 pages, and patterns ten seconds.
 */
export function readPageLinks(html: string): PageLinks {
  const found: PageLinks = { links: [], ids: new Set() };
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) at = endOf(html, '-->', at);
    else if (!isLetter(html.charCodeAt(at + 1))) at += 1;
    else {
      const end = readAttributes(html, at, found);
      // The content of a script is no HTML.
      at = html.slice(at, at + 7).toLowerCase() === '<script' ? endOf(html, '</script', end) : end;
    }
  }
  return found;
}

function endOf(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at === -1 ? html.length : at + mark.length;
}

/** Reads the attributes of a tag. @param offset Where the tag begins. @returns Where it ends. */
function readAttributes(html: string, offset: number, { links, ids }: PageLinks): number {
  let at = nameEnd(html, offset + 1);
  while (at < html.length) {
    at = gapEnd(html, at);
    if (html.charCodeAt(at) === greater) return at + 1;
    const start = at;
    at = nameEnd(html, start);
    const length = at - start;
    const sign = gapEnd(html, at);
    let [first, last] = [at, at];
    if (html.charCodeAt(sign) === equals) {
      first = gapEnd(html, sign + 1);
      const quote = html.charCodeAt(first);
      const isQuoted = quote === 0x22 || quote === 0x27;
      if (isQuoted) first += 1;
      last = isQuoted ? endOf(html, quote === 0x22 ? '"' : "'", first) - 1 : bareEnd(html, first);
      at = isQuoted ? last + 1 : last;
    }
    // Taking out the name of every attribute would take most of the time.
    if (!lengths.has(length)) continue;
    const name = html.slice(start, start + length);
    if (name === 'id') ids.add(resolveReferences(html.slice(first, last)));
    else if (leading.has(name)) links.push({ address: resolveReferences(html.slice(first, last)), offset });
  }
  return at;
}

const [slash, equals, greater] = [0x2f, 0x3d, 0x3e];
const lengths = new Set(['id', ...leading].map((name) => name.length));

/** A letter of ASCII, with which a tag begins. */
function isLetter(unit: number): boolean {
  return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
}

/** Where the white space ends that begins at a place, and the slash of a tag that closes itself. */
function gapEnd(html: string, from: number): number {
  let at = from;
  for (let unit = html.charCodeAt(at); unit <= 0x20 || unit === slash; unit = html.charCodeAt(at)) at += 1;
  return at;
}

/** Where a name ends. */
function nameEnd(html: string, from: number): number {
  let at = from;
  for (
    let unit = html.charCodeAt(at);
    unit > 0x20 && unit !== slash && unit !== equals && unit !== greater;
    unit = html.charCodeAt(at)
  )
    at += 1;
  return at;
}

/** Where a value without quotation marks ends. */
function bareEnd(html: string, from: number): number {
  let at = from;
  for (let unit = html.charCodeAt(at); unit > 0x20 && unit !== greater; unit = html.charCodeAt(at)) at += 1;
  return at;
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolveReferences(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name = '') => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return named[String(name)] ?? whole;
    },
  );
}
