import { readOpening, type Opening } from '../reply/opening.ts';
import type { Line } from './lines.ts';
import type { FoldedText } from '../normalise/folded-text.ts';
import type { BodyPiece } from './letter-body.ts';
import type { Outline } from './outline.ts';

/** The opening of a letter, read, and the view that its spans belong to. */
export interface OpeningPlace {
  read: Opening;
  view: FoldedText;
  /** Offset in the decoded text. */
  at: number;
}

/**
 * Reads the opening paragraph; where it stands on the salutation's line, the part behind that. Where it
 * does not cite the proposal (您的建议收悉), the next paragraph may (您提出的关于…).
 *
 * @param kept The blocks of the body; an opening that is in none of them counts for nothing.
 */
export function placeOpening(
  lines: readonly Line[],
  outline: Outline,
  kept: readonly BodyPiece[],
): OpeningPlace | undefined {
  const salutation = outline.opening === outline.salutation?.line ? outline.salutation : undefined;
  const placeAt = (index: number): OpeningPlace | undefined => {
    const line = lines[index];
    if (!line || !kept.some(({ at, end }) => at <= line.at && line.at < end)) return undefined;
    const own = salutation && index === outline.opening;
    const view = own ? tailOf(salutation.view, salutation.read.length) : line.tight;
    return { read: readOpening(view.text), view, at: view.starts[0] ?? line.at };
  };
  if (outline.opening === undefined) return undefined;
  const first = placeAt(outline.opening);
  const next = first && !first.read.title && !first.read.several ? placeAt(outline.opening + 1) : undefined;
  const begins = /^[您你]们?(?:所提|提)/u.test(lines[outline.opening + 1]?.tight.text ?? '');
  return next?.read.title && begins ? next : first;
}

function tailOf(view: FoldedText, from: number): FoldedText {
  return { text: view.text.slice(from), starts: view.starts.slice(from), ends: view.ends.slice(from) };
}
