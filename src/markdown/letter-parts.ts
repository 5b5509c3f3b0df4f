/** The parts of a letter that official layout sets apart. */
export type LetterPart = 'salutation' | 'signature' | 'date';

/** A block of a letter, as far as its place in the layout depends on it. */
export interface LayoutBlock {
  isParagraph: boolean;
  text: string;
}

/** 2019年6月10日, 二〇一九年六月十日 */
const date =
  /^[\d〇零○一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;
/** The longest line that is still a name and no sentence. */
const longestName = 60;

/**
 * Finds the parts that official layout sets apart: the salutation (主送机关), and the date of writing (成文日期) with
 * the names above it (署名).
 *
 * @param blocks The letter's blocks at the top level, in order.
 * @returns The parts by the index of their block.
 */
export function findLetterParts(blocks: readonly LayoutBlock[]): Map<number, LetterPart> {
  const lines = blocks.map(({ isParagraph, text }) => (isParagraph ? text.replace(/\s+/g, '') : undefined));
  const parts = new Map<number, LetterPart>();
  if (/[：:]$/.test(lines[0] ?? '')) parts.set(0, 'salutation');
  const dated = lines.findLastIndex((line) => line !== undefined && date.test(line));
  if (dated === -1) return parts;
  parts.set(dated, 'date');
  for (let above = dated - 1; above > 0 && isName(lines[above]); above -= 1) parts.set(above, 'signature');
  return parts;
}

function isName(line: string | undefined): boolean {
  return line !== undefined && line !== '' && line.length <= longestName && !/[，。；：！？,;:!?]/.test(line);
}
