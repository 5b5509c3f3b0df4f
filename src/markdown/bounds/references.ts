import type { Excess } from './excess.ts';
import type { BodyLine } from './lines.ts';

const mostBrackets = 10_000;
/** Characters that references may repeat in all. */
const mostRepeated = 8_000_000;

/** Too many links and notes, and definitions so long that their references would fill the page with them. */
export function findReferenceExcess(
  body: string,
  parts: readonly (readonly BodyLine[])[],
): Excess | undefined {
  const brackets = [...body.matchAll(/\[/g)];
  const last = brackets[mostBrackets];
  if (last) return { at: last.index, text: `方括号超过 ${mostBrackets} 个。请减少链接和注释。` };
  const long = parts.find(
    (part) =>
      part.some(({ text }) => text.includes(']:')) &&
      brackets.length * part.reduce((length, { text }) => length + text.length, 0) > mostRepeated,
  );
  return long && { at: long[0]?.at ?? 0, text: '这里的链接定义太长，引用太多。请缩短网址和标题。' };
}
