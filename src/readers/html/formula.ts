import { isElement, type Element } from './document.ts';
import { scriptText } from '../raised-text.ts';

/** No formula nests deeper; what is below is left out. */
const deepest = 50;

/**
 * A MathML formula (https://www.w3.org/TR/mathml-core/) on one line: fractions with a slash, roots with their sign, raised and
 * lowered parts in Unicode's signs, else with ^ and _.
 */
export function formulaText(element: Element, depth = 0): string {
  if (depth > deepest) return '';
  const parts = element.childNodes.filter(isElement);
  const read = (index: number) => {
    const part = parts[index];
    return part ? formulaText(part, depth + 1) : '';
  };
  switch (element.tagName) {
    case 'annotation':
    case 'annotation-xml':
      return '';
    case 'mfrac':
      return `${grouped(read(0))}/${grouped(read(1))}`;
    case 'msqrt':
      return `√${grouped(parts.map((_, index) => read(index)).join(''))}`;
    case 'mroot':
      return `${scriptText(read(1), 'super') ?? `${read(1)}次`}√${grouped(read(0))}`;
    case 'msup':
      return read(0) + raised(read(1));
    case 'msub':
      return read(0) + lowered(read(1));
    case 'msubsup':
      return read(0) + lowered(read(1)) + raised(read(2));
    default:
      return element.childNodes
        .map((node) =>
          'value' in node
            ? node.value.replace(/\s+/gu, '')
            : isElement(node)
              ? formulaText(node, depth + 1)
              : '',
        )
        .join('');
  }
}

function raised(text: string): string {
  return scriptText(text, 'super') ?? `^${grouped(text)}`;
}

function lowered(text: string): string {
  return scriptText(text, 'sub') ?? `_${grouped(text)}`;
}

/** In brackets where it is more than one term. */
function grouped(text: string): string {
  return /[+\-−×÷*/=\s]/u.test(text) ? `(${text})` : text;
}
