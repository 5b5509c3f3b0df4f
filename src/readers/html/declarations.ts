/** A style attribute may be the whole of a hostile page. */
const longest = 4000;

/** The declarations of a style attribute or rule (CSS Syntax 3): values in lower case by property; the last one counts. */
export function declarationsOf(style: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const declaration of style.slice(0, longest).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).toLowerCase();
    found.set(declaration.slice(0, colon).trim().toLowerCase(), value.replace('!important', '').trim());
  }
  return found;
}
