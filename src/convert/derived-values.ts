import type { Opening } from '../reply/opening.ts';
import type { Span } from '../reply/span.ts';
import type { Letter } from '../recognise/letter.ts';
import type { Line } from '../recognise/lines.ts';
import type { NormalisedLetter } from './normalised-letter.ts';
import type { ProposalSource } from '../recognise/proposal.ts';
import { decodedRange, type TextRange } from '../normalise/folded-text.ts';

/** A value that is a copy of what stands in the title or the body. */
export interface Derived<T> {
  value: T;
  /** Offset in the decoded text. */
  at: number;
}

/** The issuer where title or signature states it fullest. */
export function derivedIssuer(
  { issuer, title, signature }: Letter,
  lines: readonly Line[],
  pieces: NormalisedLetter,
): Derived<string> | undefined {
  const named = title?.read.issuer;
  const signer = signature?.agencies[0];
  if (issuer?.from === '标题' && title && named) {
    const range = decodedRange(title.folded, named);
    // Spaces that normalising left in a title part several agencies.
    return { value: pieces.textAt(range), at: range.at };
  }
  if (issuer?.from !== '署名' || !signer) return undefined;
  const range = lineRange(lines, signer);
  return { value: withoutSeal(squeezed(pieces.textAt(range))), at: range.at };
}

/** 主送: the names of the salutation, without the spaces that pad them. */
export function derivedRecipients(
  { start: { salutation } }: Letter,
  pieces: NormalisedLetter,
): Derived<string[]> | undefined {
  const ranges = salutation?.read.recipients.map((span) => decodedRange(salutation.folded, span)) ?? [];
  return listed(ranges, pieces);
}

/** 署名: the agencies of the signature. */
export function derivedSignatories(
  { signature }: Letter,
  lines: readonly Line[],
  pieces: NormalisedLetter,
): Derived<string[]> | undefined {
  const names = listed(signature?.agencies.map((one) => lineRange(lines, one)) ?? [], pieces);
  return names && { ...names, value: names.value.map(withoutSeal) };
}

function listed(ranges: readonly TextRange[], pieces: NormalisedLetter): Derived<string[]> | undefined {
  const [first] = ranges;
  return first && { value: ranges.map((range) => squeezed(pieces.textAt(range))), at: first.at };
}

/** An opening paragraph that was read, as a source of the proposal. */
export interface OpeningSource extends ProposalSource {
  read: Opening;
}

/** The opening as a source of the proposal, its spans cut out of what is published. */
export function openingSource({ opening }: Letter, pieces: NormalisedLetter): OpeningSource | undefined {
  if (!opening) return undefined;
  const { read, folded, at } = opening;
  const cut = (span: Span) => pieces.textAt(decodedRange(folded, span));
  return { read, reference: read.reference, cut, from: '正文开头', at };
}

/** The number of the form above the letter, as a source of the proposal. */
export function formSource({ form }: Letter, pieces: NormalisedLetter): ProposalSource | undefined {
  if (!form?.number) return undefined;
  const { range, says } = form.number;
  const kept = pieces.values.some(({ field }) => field === 'proposal.number');
  const text = kept ? pieces.textAt(range) : says;
  const number = { index: 0, length: text.length, text };
  return { reference: { number, several: false }, cut: () => text, from: '信息表', at: range.at };
}

function lineRange(
  lines: readonly Line[],
  { line, through, span }: { line: number; through?: number; span: Span },
): TextRange {
  const found = lines[line];
  const last = through === undefined ? undefined : lines[through];
  if (!found) return { at: 0, end: 0 };
  return last ? { at: found.at, end: last.end } : decodedRange(found.tight, span);
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** A name that was broken over two lines has the note of its seal in the second. */
function withoutSeal(name: string): string {
  return name.replace(/[（(](?:盖章|公章|印章|章|签章)[）)]$/u, '');
}
