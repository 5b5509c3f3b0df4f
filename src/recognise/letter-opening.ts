import { readOpening, type Opening } from '../reply/opening.ts';
import type { Line } from './lines.ts';
import type { FoldedText } from '../normalise/folded-text.ts';
import type { LetterBlock } from './letter-block.ts';
import type { LetterStart } from './letter-start.ts';

/** The opening of a letter, and the folded text that its spans belong to. */
export interface LetterOpening {
  read: Opening;
  folded: FoldedText;
  /** Offset in the decoded text. */
  at: number;
}

/**
 * Reads the opening paragraph, or the part of the salutation's line after the salutation. Where it does not
 * cite the proposal (您的建议收悉), the next paragraph may (您提出的关于…).
 *
 * @param blocks The blocks of the body; an opening outside of them is ignored.
 */
export function findOpening(
  lines: readonly Line[],
  start: LetterStart,
  blocks: readonly LetterBlock[],
): LetterOpening | undefined {
  const salutation = start.opening === start.salutation?.last ? start.salutation : undefined;
  const placeAt = (index: number): LetterOpening | undefined => {
    const line = lines[index];
    if (!line || !blocks.some(({ at, end }) => at <= line.at && line.at < end)) return undefined;
    const own = salutation && index === start.opening;
    const folded = own ? tailOf(salutation.folded, salutation.read.length) : line.tight;
    return { read: readOpening(folded.text), folded, at: folded.starts[0] ?? line.at };
  };
  if (start.opening === undefined) return undefined;
  const first = placeAt(start.opening);
  const next = first && !first.read.title && !first.read.several ? placeAt(start.opening + 1) : undefined;
  const begins = /^[您你]们?(?:所提|提)/u.test(lines[start.opening + 1]?.tight.text ?? '');
  return next?.read.title && begins ? next : first;
}

function tailOf(folded: FoldedText, from: number): FoldedText {
  return { text: folded.text.slice(from), starts: folded.starts.slice(from), ends: folded.ends.slice(from) };
}
