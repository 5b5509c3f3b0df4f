import { attribute, elementsOf, type Document, type Element } from './document.ts';
import { declarationsOf } from './declarations.ts';

/** What decides whether text is seen, and whether it is struck or raised. */
const properties = new Set(
  'display visibility opacity font-size position left top text-indent text-decoration text-decoration-line vertical-align color background background-color background-image'.split(
    ' ',
  ),
);
/** A page of a content management system has some thousand rules. */
const bounds = { text: 500_000, rules: 10_000 };

/** A selector of one element: its name, with a class or an id, or one of these alone. */
const simple = /^([a-z][a-z0-9]*)?([.#][\w\u0080-\uFFFF-]+)?$/i;

/**
 * Writes what the page's own style sheets say about single elements into their style attributes, before what is there.
 * Rules for elements inside others, for states and for media are not applied.
 */
export function applyStyleSheets(document: Document): void {
  const rules = rulesOf(document);
  if (rules.size === 0) return;
  for (const element of elementsOf(document)) {
    const own = selectorsOf(element).flatMap((selector) => rules.get(selector) ?? []);
    if (own.length === 0) continue;
    const style = element.attrs.find(({ name }) => name === 'style');
    if (style) style.value = [...own, style.value].join(';');
    else element.attrs.push({ name: 'style', value: own.join(';') });
  }
}

/** The selectors that match an element, those that count more last. */
function selectorsOf(element: Element): string[] {
  const { tagName } = element;
  const classes = new Set(attribute(element, 'class')?.split(/\s+/u).filter(Boolean));
  const id = attribute(element, 'id');
  const named = [...Array.from(classes, (one) => `.${one}`), ...(id === undefined ? [] : [`#${id}`])];
  return [tagName, ...named.flatMap((one) => [one, tagName + one])];
}

/** The declarations of each simple selector of a page. */
function rulesOf(document: Document): ReadonlyMap<string, string> {
  const rules = new Map<string, string>();
  for (const element of elementsOf(document)) {
    if (element.tagName !== 'style') continue;
    const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
    for (const [selectors, block] of blocksOf(text.slice(0, bounds.text))) {
      const kept = [...declarationsOf(block)].filter(([property]) => properties.has(property));
      if (kept.length === 0) continue;
      const written = kept.map(([property, value]) => `${property}:${value}`).join(';');
      for (const selector of selectors.split(',')) {
        const [, tag = '', named = ''] = simple.exec(selector.trim()) ?? [];
        if (tag + named === '' || rules.size >= bounds.rules) continue;
        const key = tag.toLowerCase() + named;
        const before = rules.get(key);
        rules.set(key, before === undefined ? written : merged(before, written));
      }
    }
  }
  return rules;
}

/** The later declarations replace the earlier ones, so that a rule that is repeated does not grow. */
function merged(before: string, after: string): string {
  const all = new Map([...declarationsOf(before), ...declarationsOf(after)]);
  return Array.from(all, ([property, value]) => `${property}:${value}`).join(';');
}

/** The rules at the top of a style sheet: their selectors and declarations. What at-rules contain is left out. */
function* blocksOf(sheet: string): Generator<[string, string]> {
  const text = sheet.replaceAll(/\/\*[^]*?\*\/|<!--|-->/gu, ' ');
  let [depth, from, opened] = [0, 0, 0];
  for (const { 0: sign, index } of text.matchAll(/[{};]/gu)) {
    if (sign === '{') {
      if (depth === 0) opened = index;
      depth += 1;
    } else if (sign === '}') {
      depth = Math.max(0, depth - 1);
      if (depth === 0) {
        const selectors = text.slice(from, opened);
        if (!selectors.includes('@') && opened > from) yield [selectors, text.slice(opened + 1, index)];
        from = index + 1;
      }
    } else if (depth === 0) from = index + 1;
  }
}
