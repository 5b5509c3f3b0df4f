import type { Block } from '../../markdown/block.ts';
import { findLetterParts } from '../../markdown/letter-parts.ts';

/** The parts of a letter's body that are the same in every letter. */
export interface FormalParts {
  /** Of each block, how many characters of salutation and opening formula it begins with. */
  begins: number[];
  /** The first block of signature and date; the number of blocks where there is none. */
  signature: number;
  /** The first block of thanks and signature at the end. */
  closing: number;
}

/** Blocks that the formula is sought in; it may have a paragraph of its own behind greetings. */
const openingBlocks = 5;
/** Characters of a block that the formula is sought in. */
const openingLength = 500;
/** 现答复如下, 现将办理情况答复如下 */
const announced =
  /(?:答复|函复|回复|函告|报告|说明|汇报|反馈|办复|意见|情况)(?:[^，。；：、]{0,8})如下[：:。，,；;]?/u;
/** 您提出的…收悉。 without an announcement */
const received = /收(?:悉|到)[^，。；]{0,8}[，。；]/u;
const thanks = /^(?:最后[，,]?|再次|衷心|诚挚|非常)*感谢[您你]|^[专特]此(?:答复|函复|回复|函告|复函)/u;
/** A longer block before the formula says something. */
const greeting = 60;
/** Left of a block behind the formula, this is nothing. */
const leastRest = 6;

/** Finds salutation, opening formula, thanks and signature of a letter's body. */
export function findFormalParts(body: readonly Block[]): FormalParts {
  const parts = findLetterParts(body.map(({ kind, text }) => ({ isParagraph: kind === 'paragraph', text })));
  const begins = body.map(({ text }, index) => (parts.get(index) === 'salutation' ? text.length : 0));
  const heading = body.findIndex(({ kind }) => kind !== 'paragraph');
  const limit = Math.min(openingBlocks, heading === -1 ? body.length : heading);
  const opening = body.slice(0, limit).findIndex((block) => endOfFormula(block) > 0);
  if (opening >= 0)
    for (const [index, block] of body.slice(0, opening + 1).entries())
      if (index === opening) begins[index] = endOfFormula(block);
      else if (block.text.length <= greeting) begins[index] = block.text.length;
  const formal = [...parts].filter(([, part]) => part !== 'salutation').map(([index]) => index);
  const signature = Math.min(body.length, ...formal);
  let closing = signature;
  while (closing > opening + 1 && thanks.test(body[closing - 1]?.text ?? '')) closing -= 1;
  return { begins, signature, closing };
}

/** Where the formula ends in a block: at its end, if hardly anything follows; 0 without a formula. */
function endOfFormula({ text }: Block): number {
  const opening = text.slice(0, openingLength);
  const found = announced.exec(opening) ?? received.exec(opening);
  if (found === null) return 0;
  const end = found.index + found[0].length;
  return text.length - end < leastRest ? text.length : end;
}
