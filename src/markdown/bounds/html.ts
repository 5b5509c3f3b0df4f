import type { Excess } from './excess.ts';

const deepest = 100;
const mostDeclarations = 200;
const mostFormatting = 200_000;

/** Void elements. */
const empty = setOf('area base br col embed hr img input link meta param source track wbr');
/** Elements that end where the next of their kind begins: their end tags may be left out. */
const selfEnding = setOf('p li dt dd td th tr tbody thead tfoot colgroup caption option optgroup rt rp');
/** Elements that a parser reopens in every block until they are closed. */
const formatting = setOf('a b big code em font i nobr s small strike strong tt u');

/** HTML elements that are in each other too deep or reopened too often; too many comments. */
export function findHtmlExcess(body: string): Excess | undefined {
  // In SVG and MathML every element may contain any other.
  const foreign = /<(?:svg|math)\b/i.test(body);
  const open = new Map<string, number>();
  let depth = 0;
  let formatted = 0;
  let reopened = 0;
  let declarations = 0;
  for (const { index: at, 1: end = '', 2: tag = '', 3: declaration } of body.matchAll(
    /<(\/?)([A-Za-z][^\s/<>]*)|(<[!?])|\n/g,
  )) {
    const name = tag.toLowerCase();
    reopened += formatted;
    if (reopened > mostFormatting)
      return { at, text: '有 HTML 标签（如 <b>、<font>）一直没有结束。请补上结束标签。' };
    if (declaration !== undefined && (declarations += 1) > mostDeclarations)
      return { at, text: `HTML 注释和声明超过 ${mostDeclarations} 处。请删去。` };
    if (name === '' || empty.has(name) || (!foreign && selfEnding.has(name))) continue;
    const count = open.get(name) ?? 0;
    const step = end === '' ? 1 : count > 0 ? -1 : 0;
    open.set(name, count + step);
    depth += step;
    if (formatting.has(name)) formatted += step;
    if (depth > deepest)
      return {
        at,
        text: `HTML 标签嵌套超过 ${deepest} 层（<${name.slice(0, 20)}>）。请减少嵌套，补上结束标签。`,
      };
  }
  return undefined;
}

function setOf(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}
