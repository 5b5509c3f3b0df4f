import leven from 'leven';
import { fold, lineOf, textOf, type Block } from './block.ts';
import { editDistance } from './distance.ts';
import type { Output } from './output.ts';

/** Counts of correct, expected and given items; F1 is computed from their sums over all documents. */
export interface Hits {
  right: number;
  expected: number;
  given: number;
}

/** How close an output comes to the truth. */
export interface Score {
  /** Characters to change in the folded and in the raw text, and how many there are. */
  folded: { distance: number; length: number };
  raw: { distance: number; length: number };
  headings: Hits;
  paragraphs: Hits;
  /** Tables in which every row and cell is right; given tables are not counted. */
  tables: Hits;
}

/**
 * Scores an output against the blocks of the truth.
 *
 * @param whole Whether the tool converts a whole page: then text around the body does not count against it.
 */
export function score(truth: readonly Block[], output: Output, whole: boolean): Score {
  const text = output.plain ?? textOf(output.readings[0]);
  const bodies = output.readings.map((blocks) => (whole ? cutToBody(truth, blocks) : blocks));
  const best = (count: (body: readonly Block[]) => Hits) =>
    bodies.map(count).reduce((a, b) => (f1(b) > f1(a) ? b : a));
  const compare = (expected: string, actual: string) => ({
    distance: Math.min(editDistance(expected, actual, whole), expected.length),
    length: expected.length,
  });
  return {
    folded: compare(fold(textOf(truth)), fold(text)),
    raw: compare(textOf(truth), text),
    headings: best((body) => countHits(texts(truth, ['heading']), texts(body, ['heading']))),
    paragraphs: best((body) => countHits(texts(truth, prose), texts(body, prose))),
    tables: best((body) => countTables(truth, body)),
  };
}

const prose: readonly Block['kind'][] = ['heading', 'paragraph'];

/** The harmonic mean of precision and recall: 2 × right / (expected + given); 1 if both are empty. */
export function f1({ right, expected, given }: Hits): number {
  return expected + given === 0 ? 1 : (2 * right) / (expected + given);
}

/** The blocks of a page from the salutation to the date, if these can be found. */
function cutToBody(truth: readonly Block[], blocks: readonly Block[]): Block[] {
  const [first, last] = [truth.at(0), truth.at(-1)].map((block) => (block ? fold(lineOf(block)) : ''));
  const from = blocks.findIndex((block) => fold(lineOf(block)).includes(first ?? ''));
  const to = blocks.findLastIndex((block) => fold(lineOf(block)).includes(last ?? ''));
  return blocks.slice(Math.max(0, from), to < from ? undefined : to + 1);
}

function texts(blocks: readonly Block[], kinds: readonly Block['kind'][]): string[] {
  return blocks.filter(({ kind }) => kinds.includes(kind)).map((block) => fold(lineOf(block)));
}

/**
 * Counts matches: each text matches at most one other, from which it differs in at most a tenth of its
 * characters; equal ones first.
 */
function countHits(expected: readonly string[], given: readonly string[]): Hits {
  const left = [...given];
  const isTaken = (alike: (other: string) => boolean) => {
    const at = left.findIndex(alike);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const unequal = expected.filter((text) => !isTaken((other) => other === text));
  const missed = unequal.filter((text) => !isTaken((other) => isNear(text, other)));
  return { right: expected.length - missed.length, expected: expected.length, given: given.length };
}

function isNear(a: string, b: string): boolean {
  const most = Math.max(a.length, b.length) / 10;
  return Math.abs(a.length - b.length) <= most && leven(a, b) <= most;
}

function countTables(truth: readonly Block[], body: readonly Block[]): Hits {
  const keys = (blocks: readonly Block[]) =>
    blocks.flatMap((block) =>
      block.kind === 'table' ? [JSON.stringify(block.rows.map((row) => row.map(fold)))] : [],
    );
  const [expected, given] = [keys(truth), keys(body)];
  const right = expected.filter((key) => given.includes(key)).length;
  return { right, expected: expected.length, given: given.length };
}
