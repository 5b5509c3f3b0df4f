import type { Excess } from './excess.ts';
import type { BodyLine } from './lines.ts';

const deepest = 50;
const most = 20_000;
const marker = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y;
/** A thematic break looks like the marks of empty list items in each other. */
const thematicBreak = /^[ \t>]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/;

/** Quotes and lists that are in each other too deep, or too many. */
export function findContainerExcess(lines: readonly BodyLine[]): Excess | undefined {
  let total = 0;
  for (const { at, text } of lines) {
    if (thematicBreak.test(text)) continue;
    const markers = countMarkers(text);
    if (markers === 0) continue;
    total += markers;
    // An item of an outer list is indented by two columns at least.
    const depth = markers + Math.floor(indentOf(text) / 2);
    if (depth > deepest)
      return { at, text: `引用和列表嵌套了 ${depth} 层，超过 ${deepest} 层。请减少嵌套。` };
    if (total > most) return { at, text: `引用和列表超过 ${most} 项。请拆成几份，或作为附件。` };
  }
  return undefined;
}

function countMarkers(text: string): number {
  let count = 0;
  marker.lastIndex = 0;
  while (marker.test(text)) count += 1;
  return count;
}

function indentOf(text: string): number {
  const [indent = ''] = /^[ \t]*/.exec(text) ?? [];
  return indent.replaceAll('\t', '    ').length;
}
