import type { Line } from './lines.ts';
import { decodedRange, foldText, type TextRange } from '../normalise/folded-text.ts';
import { trimCell } from './body-tables.ts';
import type { HeaderField } from './header-field.ts';
import { fieldOf, labelPattern, type HeaderFieldName } from './labels.ts';
import { fitsField } from './field-grammar.ts';

const only = new RegExp(`^(?:${labelPattern}) ?:?(?: (?:${labelPattern}) ?:?)+$`, 'u');
const label = new RegExp(`(?<=^| )(?:${labelPattern}) ?:?(?= |$)`, 'gu');
const empty = /^[\s—\-─–/·]*$/u;
/** The longest value of a label without a field, in characters. */
const longest = 40;

/**
 * Reads a group of labels followed by a group of values: a row of labels above a row of values (cells of a
 * table, or columns separated by spaces), or one label per line and then one value per line. Values
 * count only if there are as many as labels and each fits its label's field; otherwise the labels have none.
 *
 * @returns The fields, and the number of lines they take; undefined when no such labels begin at `index`.
 */
export function readLabelRow(
  decoded: string,
  lines: readonly Line[],
  index: number,
): { fields: HeaderField[]; lines: number } | undefined {
  const row = labelsIn(decoded, lines[index]);
  if (row) {
    const below = lines[index + 1];
    const values = below && valuesIn(decoded, below, row);
    return { fields: paired(row, values, () => index), lines: values ? 2 : 1 };
  }
  const column = labelColumn(decoded, lines, index);
  const below = lines.slice(index + column.length, index + 2 * column.length);
  const values = below.length === column.length ? fitting(decoded, column, below) : undefined;
  return column.length >= 2 && values
    ? { fields: paired(column, values, (order) => index + order), lines: 2 * column.length }
    : undefined;
}

type Label = TextRange & { field: HeaderFieldName };

function paired(
  labels: readonly Label[],
  values: readonly (TextRange | undefined)[] | undefined,
  lineOf: (order: number) => number,
): HeaderField[] {
  return labels.map(({ field, at, end }, order) => {
    const value = values?.[order];
    return { name: field, label: { at, end }, line: lineOf(order), ...(value && { value }) };
  });
}

/** The labels of a line that consists of two or more. */
function labelsIn(decoded: string, line: Line | undefined): Label[] | undefined {
  if (!line) return undefined;
  const cells = cellsIn(decoded, line);
  if (cells.length > 1) {
    const found = cells.flatMap((cell) => labelled(decoded, cell));
    return found.length === cells.length && found.length > 1 ? found : undefined;
  }
  const { text } = line.spaced;
  if (text.length > 200 || !only.test(text)) return undefined;
  return [...text.matchAll(label)].flatMap(({ index, 0: match }) =>
    labelled(decoded, decodedRange(line.spaced, { index, length: match.length })),
  );
}

function labelled(decoded: string, { at, end }: TextRange): Label[] {
  const field = fieldOf(foldText(decoded, { at, end }, 'single').text);
  return field ? [{ field, at, end }] : [];
}

/** Lines from `index` on that are one label each. 类别 ends them, for a list of categories may contain it too. */
function labelColumn(decoded: string, lines: readonly Line[], index: number): Label[] {
  const labels: Label[] = [];
  for (const line of lines.slice(index, index + 20)) {
    const [one] = labelled(decoded, line);
    if (!one || one.field === 'class') break;
    labels.push(one);
  }
  return labels;
}

/** The values of a row, one for each label, by the first separator that gives as many. */
function valuesIn(
  decoded: string,
  line: Line,
  labels: readonly Label[],
): (TextRange | undefined)[] | undefined {
  const text = decoded.slice(line.at, line.end);
  for (const separator of [/[|｜]/u, /\t/u, /[ \u00A0\u3000]{2,}|\u3000/u, /\s+/u]) {
    if (!separator.test(text)) continue;
    const cells = split(decoded, line, separator);
    const values = cells.length === labels.length ? fitting(decoded, labels, cells) : undefined;
    if (values) return values;
  }
  return undefined;
}

/** The ranges as values of the labels; undefined if one does not fit or no label has a field. */
function fitting(
  decoded: string,
  labels: readonly Label[],
  ranges: readonly TextRange[],
): (TextRange | undefined)[] | undefined {
  const values = ranges.map(({ at, end }) => (empty.test(decoded.slice(at, end)) ? undefined : { at, end }));
  const fits = labels.map(({ field }, order) => {
    const value = values[order];
    const text = value ? foldText(decoded, value).text : '';
    if (field === 'none') return text.length <= longest && fieldOf(text) === undefined;
    return text === '' ? undefined : fitsField(field, text);
  });
  const sure = labels.some(({ field }, order) => field !== 'none' && fits[order] === true);
  return sure && !fits.includes(false) ? values : undefined;
}

/** The cells of a line, which tabs or pipes separate, including empty ones. */
function cellsIn(decoded: string, line: TextRange): TextRange[] {
  const text = decoded.slice(line.at, line.end);
  const separator = [/[|｜]/u, /\t/u].find((one) => one.test(text));
  return separator ? split(decoded, line, separator) : [line];
}

function split(decoded: string, { at, end }: TextRange, separator: RegExp): TextRange[] {
  const text = decoded.slice(at, end);
  const lead = /^[\s|｜]*/u.exec(text)?.[0].length ?? 0;
  const last = text.length - (/[|｜]\s*$/u.exec(text)?.[0].length ?? 0);
  const cells: TextRange[] = [];
  let from = Math.min(lead, last);
  const inner = text.slice(from, last);
  for (const match of [...inner.matchAll(new RegExp(separator.source, 'gu')), undefined]) {
    const stop = match ? lead + match.index : last;
    cells.push(trimCell(decoded, { at: at + from, end: at + stop }));
    from = match ? stop + match[0].length : stop;
  }
  return cells;
}
