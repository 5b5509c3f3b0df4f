import type { Frontmatter } from '../reply/frontmatter.ts';
import { isImageDescription } from './image-description.ts';
import { bodyTexts, imageTexts } from '../markdown/read-text.ts';
import { statedValues, statedElsewhere, type StatedValue } from './stated-values.ts';
import { statementsIn } from './statements.ts';
import { createValueTaker } from './value-taker.ts';
import type { Dropped, Edit, RecordedText } from './record.ts';

/** An unexplained difference between a letter and its original. */
export interface FidelityBreak {
  rule: 'edit-order' | 'lost-text' | 'foreign-text';
  /** Offset in `decoded`, where there is one. */
  at?: number;
  /** The text that is lost or foreign. */
  text: string;
}

/**
 * Checks that nothing was altered silently: take the decoded text, cut what is dropped,
 * apply the edits; every non-space character that remains must appear, in reading order within its block,
 * in a frontmatter value or in the body's text, and nothing else may. Derived values
 * (the proposal, recipients, signatories, a date or issuer from the letter) must appear in the title or
 * the body. An image may add no text of its own.
 *
 * @param record From the edits.json beside the original.
 * @param letter The published letter, which an editor may have changed since.
 * @returns Every unexplained difference; offsets count UTF-16 code units.
 */
export function fidelityBreaks(
  record: RecordedText,
  letter: { frontmatter: Partial<Frontmatter>; body: string },
): FidelityBreak[] {
  const order = orderBreaks(record);
  if (order.length > 0) return order;
  const blocks = bodyTexts(letter.body)
    .map(squeeze)
    .filter((text) => text !== '');
  const stated = matchStatements(record, statedValues(letter.frontmatter));
  const { breaks, unused } = matchLines(remainder(stated.record), blocks, stated.values);
  const title = squeeze(letter.frontmatter.title ?? '');
  const foreign = statedElsewhere(unused, title, blocks).map(({ text }): FidelityBreak => ({
    rule: 'foreign-text',
    text,
  }));
  const described = imageTexts(letter.body)
    .filter((text) => !isImageDescription(text))
    .map((text): FidelityBreak => ({ rule: 'foreign-text', text }));
  return [...stated.breaks, ...breaks, ...foreign, ...described];
}

/** Values without which the frontmatter may be: facts that no original states, and that may change. */
const unbound = /^(?:place|source\.|publishFrom)/;

/**
 * Takes out the values that an editor stated or was to fill in: each that was stated must be in the frontmatter, under the field for which it was stated.
 *
 * @returns What is left of the record and of the values.
 */
function matchStatements(
  record: RecordedText,
  values: readonly StatedValue[],
): { record: RecordedText; values: StatedValue[]; breaks: FidelityBreak[] } {
  const statements = statementsIn(record.edits);
  // The editor of a draft fills in what its file lacks.
  const open = record.lacking ?? [];
  const left = new Set(values.filter(({ field }) => !open.includes(field)));
  const breaks: FidelityBreak[] = [];
  for (const { field, text } of statements)
    for (const line of text.split('\n').map(squeeze)) {
      if (unbound.test(field)) continue;
      const value = [...left].find((one) => one.field === field && one.text === line);
      if (value) left.delete(value);
      else breaks.push({ rule: 'lost-text', at: 0, text: line });
    }
  const taken = new Set(statements.map(({ edit }) => edit));
  const edits = record.edits.filter((edit) => !taken.has(edit));
  return { record: { ...record, edits }, values: [...left], breaks };
}

/** A line of the decoded text after edits and omissions, without spaces. */
interface KeptLine {
  at: number;
  text: string;
  /** Where in the text something was between two characters: white space, what was dropped, an edit. */
  seams: ReadonlySet<number>;
}

/** The decoded text without what was dropped, edits applied, as lines without white space. */
function remainder({ decoded, edits, dropped }: RecordedText): KeptLine[] {
  const changes = [
    ...edits.map(({ at, before, after }) => ({ at, end: at + before.length, after })),
    ...dropped.map(({ at, length }) => ({ at, end: at + length, after: '' })),
  ].sort((a, b) => a.at - b.at || a.end - b.end);
  const startLine = (at: number) => ({ at, text: '', seams: new Set<number>() });
  const lines: KeptLine[] = [];
  let current = startLine(0);
  const add = (text: string, at: number) => {
    text.split('\n').forEach((part, index) => {
      if (index > 0) {
        lines.push(current);
        current = startLine(at);
      }
      if (current.text === '') current.at = at;
      for (const run of part.split(space)) {
        current.seams.add(current.text.length);
        current.text += run;
      }
    });
  };
  let done = 0;
  for (const { at, end, after } of changes) {
    add(decoded.slice(done, at), done);
    add(after, at);
    done = end;
  }
  add(decoded.slice(done), done);
  return [...lines, current].filter(({ text }) => text !== '');
}

/** Each line is the next block of the body, or made of frontmatter values. */
function matchLines(
  lines: readonly KeptLine[],
  blocks: readonly string[],
  values: readonly StatedValue[],
): { breaks: FidelityBreak[]; unused: StatedValue[] } {
  const breaks: FidelityBreak[] = [];
  const unused = new Set(values);
  const takeValues = createValueTaker(values);
  let next = 0;
  for (const { at, text, seams } of lines) {
    if (text === blocks[next]) {
      next += 1;
      continue;
    }
    const row = cellsOf(text, blocks, next);
    if (row > 0) {
      next += row;
      continue;
    }
    const { taken, rest } = takeValues(text, seams);
    for (const value of taken) unused.delete(value);
    // Even if the next block is the rest: a paragraph could lose a first word that is also a value.
    if (rest !== '') breaks.push({ rule: 'lost-text', at, text: rest });
  }
  return {
    breaks: [...breaks, ...blocks.slice(next).map((text): FidelityBreak => ({ rule: 'foreign-text', text }))],
    unused: [...unused],
  };
}

/** How many of the next blocks make up a line: the cells of a table's row. */
function cellsOf(line: string, blocks: readonly string[], next: number): number {
  let rest = line;
  let count = 0;
  for (
    let block = blocks[next];
    block !== undefined && rest.startsWith(block);
    block = blocks[next + count]
  ) {
    rest = rest.slice(block.length);
    count += 1;
    if (rest === '') return count;
  }
  return 0;
}

/** Edits and dropped ranges must be in order, fit the text and not overlap. */
function orderBreaks({ decoded, edits, dropped }: RecordedText): FidelityBreak[] {
  const ordered = (ranges: readonly { at: number; end: number }[]) =>
    ranges.flatMap((range, index) =>
      (ranges[index - 1]?.end ?? 0) > range.at || range.end > decoded.length ? [range] : [],
    );
  const ends = (list: readonly (Edit | Dropped)[]) =>
    list.map((one) => ({ at: one.at, end: one.at + ('length' in one ? one.length : one.before.length) }));
  const all = [...ends(edits), ...ends(dropped)].sort((a, b) => a.at - b.at || a.end - b.end);
  const unfit = edits.filter(({ at, before }) => decoded.slice(at, at + before.length) !== before);
  return [
    ...[...ordered(ends(edits)), ...ordered(ends(dropped)), ...ordered(all)].map(({ at, end }) => ({
      at,
      text: decoded.slice(at, end),
    })),
    ...unfit.map(({ at, before }) => ({ at, text: before })),
  ].map((one): FidelityBreak => ({ rule: 'edit-order', ...one }));
}

const space = /[\s\uFEFF]+/gu;

function squeeze(text: string): string {
  return text.replace(space, '');
}
