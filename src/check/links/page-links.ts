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

/** Most tags have neither link nor anchor; testing this is faster than reading their attributes. */
const promising = /[\s:](?:href|src|action|poster|data|id)\b/i;
const tagOrComment = /<!--[\s\S]*?-->|<[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>/gi;
const attribute = /\s([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const leading = new Set(['href', 'src', 'action', 'poster', 'data', 'xlink:href']);

/**
 * Reads the links and anchors of a page that the edition's own serialisers wrote: there a `<` begins a
 * tag or a comment, and nothing else. A full HTML parser would need minutes for 20,000 pages.
 */
export function readPageLinks(html: string): PageLinks {
  const found: PageLinks = { links: [], ids: new Set() };
  tagOrComment.lastIndex = 0;
  for (let match = tagOrComment.exec(html); match; match = tagOrComment.exec(html)) {
    const [tag] = match;
    if (tag.startsWith('<!')) continue;
    if (promising.test(tag)) readAttributes(tag, match.index, found);
    // The content of a script is no HTML.
    if (/^<script\b/i.test(tag)) {
      const end = html.indexOf('</script', tagOrComment.lastIndex);
      if (end !== -1) tagOrComment.lastIndex = end;
    }
  }
  return found;
}

/** Reads the attributes of a tag. @param offset Where the tag begins. */
function readAttributes(tag: string, offset: number, { links, ids }: PageLinks): void {
  attribute.lastIndex = 0;
  for (let match = attribute.exec(tag); match; match = attribute.exec(tag)) {
    const [, name = '', double, single, bare] = match;
    const isId = name === 'id';
    if (!isId && !leading.has(name)) continue;
    const value = resolveReferences(double ?? single ?? bare ?? '');
    if (isId) ids.add(value);
    else links.push({ address: value, offset });
  }
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
