import { inventLetter } from '../../src/corpus/letter.ts';
import { createRandom, type Random } from '../../src/corpus/random.ts';
import { loadVocabulary } from '../../src/corpus/vocabulary.ts';
import { foldUnits, isHanUnit } from '../../src/search/text/fold.ts';
import { letterText, type IndexedLetter } from '../../src/search/text/indexed-letter.ts';
import { indexedLetter } from './letters.ts';

/** A query and what it asks for: letters in which every part occurs. */
export interface Query {
  kind: string;
  text: string;
  parts: string[];
}

/** The mix of queries: a name and a share for each kind, and how one is drawn from a letter. */
const kinds: readonly { name: string; percent: number; draw: (from: Source) => string[] }[] = [
  { name: '任意片段 any piece', percent: 30, draw: (from) => [piece(from)] },
  { name: '整词片段 whole words', percent: 15, draw: (from) => [words(from, from.random.integer(2, 4))] },
  { name: '一个词 a word', percent: 15, draw: (from) => [words(from, 1)] },
  { name: '两个词 two words', percent: 15, draw: (from) => [words(from, 1), words(from, 1)] },
  { name: '数字或字母 digits, Latin', percent: 10, draw: (from) => [mixedPiece(from)] },
  {
    name: '发文字号 document number',
    percent: 10,
    draw: ({ letter }) => [letter.frontmatter.documentNumber ?? ''],
  },
  { name: '人名 name', percent: 5, draw: ({ letter }) => [letter.frontmatter.recipients?.[0] ?? ''] },
];

interface Source {
  random: Random;
  letter: IndexedLetter;
  /** Paragraphs and cells of the letter. */
  blocks: [string, ...string[]];
}

/** Names of the kinds of query. */
export const kindNames = kinds.map(({ name }) => name);

/** Describes the kinds of query and their shares for the readers of the table. */
export function describeMix(): string {
  return kinds.map(({ name, percent }) => `${name} ${percent} %`).join('，');
}

/**
 * Draws queries from the letters of a corpus. The same counts give the same queries, in a shuffled order;
 * each occurs in at least one letter (both words of a query in the same letter).
 */
export function drawQueries(letters: number, count: number): Query[] {
  const random = createRandom(0x71756572);
  const vocabulary = loadVocabulary();
  const drawn = new Map<string, Query>();
  const order = kinds.flatMap(({ percent }, kind) =>
    Array.from({ length: Math.round((count * percent) / 100) }, () => kind),
  );
  for (const at of shuffled(order, random)) {
    const kind = kinds[at];
    for (;;) {
      const letter = indexedLetter(inventLetter(random.integer(0, letters - 1), vocabulary));
      const [first, ...rest] = letterText(letter).body.map(({ text }) => text);
      const parts = kind?.draw({ random, letter, blocks: [first ?? '', ...rest] }) ?? [];
      const text = parts.join(' ');
      if (drawn.has(text) || new Set(parts).size < parts.length || !parts.every(isPlain)) continue;
      drawn.set(text, { kind: kind?.name ?? '', text, parts });
      break;
    }
  }
  return [...drawn.values()];
}

/** Maximum length of a piece, in characters. */
const longest = 12;

/** Whether no engine reads an operator in it, and part of it is searchable. */
function isPlain(text: string): boolean {
  return text.length <= 40 && !/[\s"“”:：*]/u.test(text) && foldUnits(text).length > 0;
}

/**
 * One to twelve characters from anywhere; sequences of letters and digits are not split, since search treats
 * them as units.
 */
function piece({ random, blocks }: Source): string {
  const block = random.pick(blocks);
  const units = foldUnits(block);
  const from = units[random.integer(0, Math.max(0, units.length - 1))]?.from ?? 0;
  const length = random.integer(1, longest);
  const to = units.findLast(({ from: start, to: end }) => start >= from && end - from <= length)?.to;
  return block.slice(from, to ?? from);
}

/** A sequence of letters or digits with one to five characters on either side. */
function mixedPiece({ random, blocks }: Source): string {
  const block = random.pick(blocks);
  const units = foldUnits(block);
  const runs = units.flatMap(({ text }, index) => (isHanUnit(text) ? [] : [index]));
  const run = runs[random.integer(0, Math.max(0, runs.length - 1))];
  if (run === undefined) return '';
  const [first, last] = [units[run - random.integer(0, 3)], units[run + random.integer(0, 3)]];
  return first && last ? block.slice(first.from, last.to) : '';
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Adjacent dictionary words; a single one has at least two characters. */
function words({ random, blocks }: Source, count: number): string {
  const segments = [...segmenter.segment(random.pick(blocks))];
  const at = random.integer(0, Math.max(0, segments.length - count));
  const chosen = segments.slice(at, at + count);
  const text = chosen.map(({ segment }) => segment).join('');
  const good = chosen.every(({ isWordLike }) => isWordLike) && text.length > 1 && text.length <= longest;
  return good ? text : '';
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let end = result.length - 1; end > 0; end -= 1) {
    const other = random.integer(0, end);
    [result[end], result[other]] = [result[other], result[end]] as [T, T];
  }
  return result;
}
