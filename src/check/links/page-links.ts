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
  const links: PageLink[] = [];
  const ids = new Set<string>();
  tagOrComment.lastIndex = 0;
  for (let match = tagOrComment.exec(html); match; match = tagOrComment.exec(html)) {
    const [tag] = match;
    if (tag.startsWith('<!')) continue;
    const attributes = promising.test(tag) ? tag.matchAll(attribute) : [];
    for (const [, name = '', double, single, bare] of attributes) {
      const value = double ?? single ?? bare ?? '';
      if (name === 'id') ids.add(resolveReferences(value));
      else if (leading.has(name)) links.push({ address: resolveReferences(value), offset: match.index });
    }
    // The content of a script is no HTML.
    if (/^<script\b/i.test(tag)) {
      const end = html.indexOf('</script', tagOrComment.lastIndex);
      if (end !== -1) tagOrComment.lastIndex = end;
    }
  }
  return { links, ids };
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
