import type { Line } from './lines.ts';
import { decodedRange, foldText, type TextRange, type FoldedText } from '../normalise/folded-text.ts';
import { readLabelRow } from './label-row.ts';
import type { HeaderField } from './header-field.ts';
import { fieldOf, labelPattern, misreadLabel } from './labels.ts';
import { fitsField } from './field-grammar.ts';

/** The longest line of a header, in code units. */
const longest = 4000;
const inline = new RegExp(`(?<label>${labelPattern}) ?(?:[】\\]] ?:?|:)`, 'gu');
const spaced = new RegExp(`(?<=^| )(?<label>${labelPattern})(?: |$)`, 'gu');
const fused = new RegExp(`^(?<bullet>[-·•*] ?)(?<label>${labelPattern})(?=[^ :])`, 'u');
const leading = new RegExp(`^(?:${labelPattern}) ?:`, 'u');
const empty = /^[\s|—\-─–/·\[\]]*$/u;

/**
 * Reads the labels and values of the lines above a letter: several labels on one line, labels and values in
 * cells separated by tabs or pipes, on alternating lines, or as a row of labels above a row of values.
 *
 * @returns The fields, and the text before the first label of a line.
 */
export function readHeaderBlock(
  decoded: string,
  lines: readonly Line[],
): { fields: HeaderField[]; unlabelled: TextRange[] } {
  const fields: HeaderField[] = [];
  const unlabelled: TextRange[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line || line.end - line.at > longest) continue;
    const row = readLabelRow(decoded, lines, index);
    if (row) {
      fields.push(...row.fields);
      index += row.lines - 1;
      continue;
    }
    const ranges = cellsIn(decoded, line);
    if (ranges.length > 1) {
      const cells = readCells(decoded, ranges, index);
      fields.push(...cells.fields);
      if (cells.fields.length > 0) unlabelled.push(...cells.unlabelled);
    } else {
      const found =
        readInline(decoded, line, line.spaced, index) ??
        readSpaced(decoded, line, index) ??
        readListItem(decoded, line, index);
      const before = found?.[0] && trimmed(decoded, { at: line.at, end: found[0].label.at });
      if (before) unlabelled.push(before);
      const alone = found?.length === 1 && found[0]?.value === undefined && !before;
      fields.push(...(found && !alone ? found : readAlternating(decoded, lines, index)));
    }
  }
  return { fields, unlabelled };
}

/** Reads `label: value label: value`; undefined without a label. */
function readInline(
  decoded: string,
  range: TextRange,
  folded: FoldedText,
  line: number,
): HeaderField[] | undefined {
  const found = [...folded.text.matchAll(inline)].filter(({ index, groups }) =>
    isLabelPlace(folded.text, index, groups?.label ?? ''),
  );
  if (found.length === 0) return undefined;
  return found.map(({ index, 0: match, groups }, order) => {
    const field = fieldOf(groups?.label ?? '') ?? 'none';
    const next = found[order + 1]?.index ?? folded.text.length;
    const from = index + match.length;
    const bracket = openedBefore(folded.text, index);
    const label = decodedRange(folded, { index: index - bracket, length: match.length + bracket });
    const stop = next - openedBefore(folded.text, next);
    const end = stop === folded.text.length ? range.end : decodedRange(folded, { index: stop, length: 1 }).at;
    const value = trimmed(decoded, { at: label.end, end });
    return { name: field, label, line, ...(value && from <= next && { value }) };
  });
}

/** The length of the bracket that opens before a label: 【L】, [ L ]. */
function openedBefore(text: string, index: number): number {
  return /[【[] ?$/u.exec(text.slice(Math.max(0, index - 2), index))?.[0].length ?? 0;
}

/** Reads `label value label value` without colons, if the line begins with a label and a value fits its field. */
function readSpaced(decoded: string, line: Line, index: number): HeaderField[] | undefined {
  const found = [...line.spaced.text.matchAll(spaced)];
  if (found[0]?.index !== 0) return undefined;
  const fields = found.map(({ index: at, 0: match, groups }, order): HeaderField => {
    const next = found[order + 1]?.index;
    const label = decodedRange(line.spaced, { index: at, length: match.trimEnd().length });
    const end = next === undefined ? line.end : decodedRange(line.spaced, { index: next, length: 1 }).at;
    const value = trimmed(decoded, { at: label.end, end });
    return { name: fieldOf(groups?.label ?? '') ?? 'none', label, line: index, ...(value && { value }) };
  });
  return fields.some(({ name, value }) => value && fitsField(name, foldText(decoded, value, 'single').text))
    ? fields
    : undefined;
}

/** Reads an item of a list whose label and value nothing separates: `- 发布机构云溪市水利局`. */
function readListItem(decoded: string, line: Line, index: number): HeaderField[] | undefined {
  const { bullet = '', label: name = '' } = fused.exec(line.spaced.text)?.groups ?? {};
  const field = fieldOf(name);
  if (!field) return undefined;
  const label = decodedRange(line.spaced, { index: bullet.length, length: name.length });
  const value = trimmed(decoded, { at: label.end, end: line.end });
  const text = value ? foldText(decoded, value).text : '';
  const fits = field === 'none' ? text.length <= 24 : fitsField(field, text);
  return value && fits ? [{ name: field, label, line: index, value }] : undefined;
}

/** Whether a match is a label: it does not follow a Han character, or is too long to be a phrase of prose. */
function isLabelPlace(text: string, from: number, label: string): boolean {
  return !/\p{Script=Han}/u.test(text.charAt(from - 1)) || label.replaceAll(' ', '').length >= 4;
}

/** The cells of a line, which tabs or pipes separate, without empty ones. */
function cellsIn(decoded: string, line: Line): TextRange[] {
  const text = decoded.slice(line.at, line.end);
  if (!/[\t|｜]/u.test(text)) return [{ at: line.at, end: line.end }];
  return [...text.matchAll(/[^\t|｜]+/gu)].flatMap(({ index, 0: part }) => {
    const range = trimmed(decoded, { at: line.at + index, end: line.at + index + part.length });
    return range ? [range] : [];
  });
}

/** Reads the cells of a row: labels with their values, and cells that are neither. */
function readCells(
  decoded: string,
  ranges: readonly TextRange[],
  line: number,
): { fields: HeaderField[]; unlabelled: TextRange[] } {
  const fields: HeaderField[] = [];
  const unlabelled: TextRange[] = [];
  for (let column = 0; column < ranges.length; column += 1) {
    const range = ranges[column];
    if (!range) continue;
    const folded = foldText(decoded, range, 'single');
    const next = ranges[column + 1];
    const name = fieldOf(folded.text);
    if (name) {
      const value =
        next && !isLabel(decoded, next) && !empty.test(decoded.slice(next.at, next.end)) ? next : undefined;
      fields.push({ name, label: range, line, ...(value && { value }) });
      if (value) column += 1;
      continue;
    }
    const misread = next && misreadIn(decoded, folded.text, next);
    if (misread) {
      fields.push({ name: misread.field, label: range, value: next, misread: misread.label, line });
      column += 1;
      continue;
    }
    const found = readInline(decoded, range, folded, line);
    if (found) fields.push(...found);
    else unlabelled.push(range);
  }
  return { fields, unlabelled };
}

function isLabel(decoded: string, range: TextRange): boolean {
  const { text } = foldText(decoded, range, 'single');
  return fieldOf(text) !== undefined || leading.test(text);
}

/** A label with one wrong character counts only when the value fits its field. */
function misreadIn(decoded: string, text: string, value: TextRange): ReturnType<typeof misreadLabel> {
  const bare = /^(?<label>[\p{Script=Han} ]{3,12}?)[:。.;,、]?$/u
    .exec(text)
    ?.groups?.label?.replaceAll(' ', '');
  const near = bare === undefined ? undefined : misreadLabel(bare);
  return near && fitsField(near.field, foldText(decoded, value).text) ? near : undefined;
}

/** Reads a label alone on its line; the next line is its value if it is no label and fits the field. */
function readAlternating(decoded: string, lines: readonly Line[], index: number): HeaderField[] {
  const line = lines[index];
  const below = lines[index + 1];
  const name = line && fieldOf(line.spaced.text);
  if (!line || !name || name === 'class') return [];
  const label = { at: line.at, end: line.end };
  if (!below || isLabel(decoded, below) || below.number - line.lastNumber > 2)
    return [{ name, label, line: index }];
  const bullet = /^(?:[•·*]\s?|-\s)\s*/u.exec(decoded.slice(below.at, below.end))?.[0].length ?? 0;
  const value = { at: below.at + bullet, end: below.end };
  const { text } = foldText(decoded, value);
  const fits = name === 'none' ? text.length <= 24 : fitsField(name, text);
  return [{ name, label, line: index, ...(fits && { value }) }];
}

/** The range without surrounding white space and separators; undefined when that leaves nothing. */
function trimmed(decoded: string, { at, end }: TextRange): TextRange | undefined {
  const text = decoded.slice(at, end);
  if (empty.test(text)) return undefined;
  const lead = /^[\s|·•]*/u.exec(text)?.[0].length ?? 0;
  const trail = /(?<![\s|·•])[\s|·•]*$/u.exec(text)?.[0].length ?? 0;
  return { at: at + lead, end: end - trail };
}
