import type { Margins } from './margins.ts';
import type { TextLine } from './text-line.ts';
import { mayNotBeginLine, mayNotEndLine, isWide } from './character-class.ts';
import { foldRadicals } from './kangxi-radical.ts';
import { joinerBetween } from './line-join.ts';
import { mode } from './mode.ts';

/** The lines of a paragraph, and its text on one line. */
export interface LayoutParagraph {
  lines: TextLine[];
  text: string;
  /** The offset in the text at which each line begins. */
  starts: number[];
  /** Whether all lines are centred between the margins. */
  centred: boolean;
}

const enumerated =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、]\s?(?!\d)|（\d{1,2}）|附件[：:\d])/u;
const sentenceEnd = /[。！？；：…][”’」』）》]*$/u;

/** Groups the lines of one column, in reading order, into paragraphs. */
export function toLayoutParagraphs(
  lines: readonly TextLine[],
  margins: Margins | ((line: TextLine) => Margins),
): LayoutParagraph[] {
  const marginsAt = typeof margins === 'function' ? margins : () => margins;
  const leading = mode(pitches(lines)) || (lines[0]?.size ?? 0) * 1.7;
  const body = mode(lines.flatMap((line) => line.glyphs.map(() => line.size)));
  const tagged = tagsAreBlocks(lines);
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    const context = {
      margins: marginsAt(line),
      before: previous && marginsAt(previous),
      leading,
      body,
      tagged,
    };
    if (!group || !previous || startsParagraph(previous, line, context)) groups.push([line]);
    else group.push(line);
  }
  return groups.map((group) => joinLines(group, marginsAt));
}

/** Makes one paragraph of some lines. */
function joinLines(lines: TextLine[], marginsAt: (line: TextLine) => Margins): LayoutParagraph {
  let text = '';
  const starts: number[] = [];
  for (const line of lines) {
    if (text !== '') text += joinerBetween(text, line.text);
    starts.push(text.length);
    text += line.text;
  }
  return { lines, text, starts, centred: lines.every((line) => isCentred(line, marginsAt(line))) };
}

interface LineContext {
  /** The margins of this line, and of the one before. */
  margins: Margins;
  before: Margins | undefined;
  /** The usual distance between baselines. */
  leading: number;
  /** The usual font size. */
  body: number;
  tagged: boolean;
}

function startsParagraph(previous: TextLine, line: TextLine, context: LineContext): boolean {
  const samePage = previous.page === line.page;
  const sameColumn = samePage && line.y > previous.y;
  const [before, after] = [previous.glyphs.at(-1)?.tag, line.glyphs[0]?.tag];
  if (context.tagged && samePage && before && after) return before !== after;
  if (
    !context.margins.isCell &&
    Math.abs(previous.size - line.size) > 0.08 * Math.max(previous.size, line.size)
  )
    return true;
  const scale = Math.max(1, line.size / context.body);
  if (sameColumn && line.y - previous.y > 1.45 * context.leading * scale) return true;
  if (context.margins.isCell)
    return freeSpace(previous, context.margins) > firstTokenWidth(line) + 0.6 * line.size;
  if (isTitleRun(previous, line, context)) return false;
  if (enumerated.test(foldRadicals(line.text)) && sentenceEnd.test(previous.text)) return true;
  if (freeSpace(previous, context.before ?? context.margins) > firstTokenWidth(line) + 0.8 * line.size)
    return true;
  return line.x - context.margins.left > 1.2 * line.size && !hangs(previous, line, context);
}

/** Whether both lines belong to one centred title in larger or bold type. */
function isTitleRun(previous: TextLine, line: TextLine, { margins, before, body }: LineContext): boolean {
  const larger = line.size > 1.12 * body;
  if (!larger && !(isBold(previous) && isBold(line))) return false;
  return (
    isBalanced(previous, before ?? margins) &&
    isBalanced(line, margins) &&
    line.x > margins.left + 0.6 * line.size
  );
}

/** Whether a line continues a block that is indented as a whole, or below its number. */
function hangs(previous: TextLine, line: TextLine, { margins }: LineContext): boolean {
  if (sentenceEnd.test(previous.text) || enumerated.test(foldRadicals(line.text))) return false;
  const step = line.x - previous.x;
  if (Math.abs(step) < 0.4 * line.size) return previous.x - margins.left < 6 * line.size;
  return step > 0 && step < 4 * line.size && enumerated.test(foldRadicals(previous.text));
}

function freeSpace(line: TextLine, margins: Margins): number {
  // 10.8 points: the left and right padding that word processors give a cell.
  return margins.isCell
    ? margins.right - margins.left - 10.8 - (line.right - line.x)
    : margins.right - line.right;
}

/** The width that would have had to fit on the previous line: a character or word with its punctuation. */
function firstTokenWidth(line: TextLine): number {
  const { glyphs } = line;
  let end = 0;
  while (end < glyphs.length - 1 && mayNotEndLine(glyphs[end]?.text ?? '')) end += 1;
  if (!isWide(glyphs[end]?.text ?? ''))
    while (end < glyphs.length - 1 && isWord(glyphs[end + 1]?.text ?? '') && !gapAfter(line, end)) end += 1;
  while (end < glyphs.length - 1 && mayNotBeginLine(glyphs[end + 1]?.text ?? '')) end += 1;
  const last = glyphs[end];
  return last ? last.x + last.width - line.x : 0;
}

function isWord(character: string): boolean {
  return !isWide(character) && character.trim() !== '';
}

function gapAfter({ glyphs }: TextLine, index: number): boolean {
  const [glyph, next] = [glyphs[index], glyphs[index + 1]];
  return glyph !== undefined && next !== undefined && next.x - glyph.x - glyph.width > 0.2 * glyph.size;
}

/** Whether a line is about equally far from both margins; true of a full line too. */
function isBalanced(line: TextLine, margins: Margins): boolean {
  return Math.abs(line.x - margins.left - (margins.right - line.right)) < 1.5 * line.size;
}

function isCentred(line: TextLine, margins: Margins): boolean {
  return isBalanced(line, margins) && line.x - margins.left > 2.4 * line.size;
}

function isBold(line: TextLine): boolean {
  return line.glyphs.every((glyph) => glyph.bold);
}

function pitches(lines: readonly TextLine[]): number[] {
  return lines.slice(1).flatMap((line, index) => {
    const previous = lines[index];
    const pitch = previous?.page === line.page ? line.y - previous.y : 0;
    // A greater distance is not line spacing.
    return pitch > 0 && pitch < 3 * line.size ? [pitch] : [];
  });
}

/** Whether tags mark paragraphs: some hold several lines. Programs that tag every line do not. */
function tagsAreBlocks(lines: readonly TextLine[]): boolean {
  return lines.slice(1).some((line, index) => {
    const tag = line.glyphs[0]?.tag;
    return tag !== undefined && tag === lines[index]?.glyphs.at(-1)?.tag;
  });
}
