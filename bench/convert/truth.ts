import { inventLetters } from '../../src/corpus/corpus.ts';
import type { InventedLetter } from '../../src/corpus/letter.ts';
import type { Frontmatter } from '../../src/reply/frontmatter.ts';
import { formatChineseNumeral } from '../../src/data/wording/chinese-numeral.ts';
import { readMarkdown } from './markdown.ts';
import type { Block } from './block.ts';

/** An invented letter with known fields and blocks. */
export interface Truth {
  name: string;
  frontmatter: Frontmatter;
  /** From the salutation to the date; title and header are not part of it. */
  blocks: Block[];
}

/** The letters of the benchmark: every second one has second-level headings, every third a table. */
export function makeTruths(count: number): Truth[] {
  return [...inventLetters(count)].map((letter, index) => {
    const blocks = readMarkdown(letter.body);
    const ranked = index % 2 === 0 ? withSecondRank(blocks) : blocks;
    return asTruth(letter, index % 3 === 0 ? withTable(ranked, index) : ranked);
  });
}

/** Letters short enough for one page: reduced to one heading and the beginning of a paragraph. */
export function makeShortTruths(count: number): Truth[] {
  return makeTruths(count).map((truth) => {
    const heading = truth.blocks.findIndex(({ kind }) => kind === 'heading');
    const paragraph = truth.blocks.slice(heading).find(({ kind }) => kind === 'paragraph');
    const middle = paragraph?.kind === 'paragraph' ? [{ ...paragraph, text: beginning(paragraph.text) }] : [];
    const kept = [...truth.blocks.slice(0, heading + 1), ...middle, ...truth.blocks.slice(-3)];
    return { ...truth, name: `short-${truth.name}`, blocks: kept };
  });
}

/** The first sentences of a paragraph. */
function beginning(text: string): string {
  return /^.{1,200}。/su.exec(text)?.[0] ?? text;
}

/** A letter of about ten pages, with the middle parts of several letters. */
export function makeLongTruth(): Truth {
  const [first, ...others] = makeTruths(3);
  if (!first) throw new Error('没有虚构的信件');
  const middles = others.flatMap(({ blocks }) => blocks.slice(2, -3));
  const blocks = [...first.blocks.slice(0, -3), ...middles, ...first.blocks.slice(-3)];
  return { ...first, name: 'long', blocks };
}

function asTruth(letter: InventedLetter, blocks: Block[]): Truth {
  return { name: letter.id, frontmatter: letter.frontmatter, blocks };
}

/** Inserts a heading （一） before each paragraph of a section that has several. */
function withSecondRank(blocks: readonly Block[]): Block[] {
  let number = 0;
  return blocks.flatMap((block, index): Block[] => {
    if (block.kind === 'heading') number = 0;
    const inside = block.kind === 'paragraph' && index > 2 && index < blocks.length - 4;
    const alone = number === 0 && blocks[index + 1]?.kind !== 'paragraph';
    if (!inside || alone) return [block];
    number += 1;
    const text = `（${formatChineseNumeral(number)}）${clause(block.text)}`;
    return [{ kind: 'heading', depth: 3, text }, block];
  });
}

/** The first clause of a paragraph that can serve as a heading. */
function clause(text: string): string {
  return /(?<=[，。；])[^\p{P}]{6,18}(?=[，。；])/u.exec(text)?.[0] ?? '推进各项重点工作';
}

function withTable(blocks: readonly Block[], seed: number): Block[] {
  if (blocks.some(({ kind }) => kind === 'table')) return [...blocks];
  const rows = ['东片区', '西片区', '南片区'].map((area, row) => [
    String(row + 1),
    area,
    String(37 * (seed + row + 3)),
  ]);
  const table: Block = { kind: 'table', rows: [['序号', '片区', '数量（个）'], ...rows] };
  const at = blocks.length - 4;
  return [...blocks.slice(0, at), table, ...blocks.slice(at)];
}
