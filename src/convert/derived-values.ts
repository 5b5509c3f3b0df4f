import { readOpening, type Opening } from '../reply/opening.ts';
import type { Span } from '../reply/span.ts';
import type { Findings } from './findings.ts';
import type { Line } from './lines.ts';
import type { Pieces } from './pieces.ts';
import type { ProposalSource } from './recognise/proposal.ts';
import { rangeOf, type Range, type View } from './view.ts';

/** A value that is a copy of what stands in the title or the body. */
export interface Derived<T> {
  value: T;
  /** Offset in the decoded text. */
  at: number;
}

/** The issuer where title or signature states it fullest. */
export function derivedIssuer(
  { issuer, title, signature }: Findings,
  lines: readonly Line[],
  pieces: Pieces,
): Derived<string> | undefined {
  const named = title?.read.issuer;
  const signer = signature?.agencies[0];
  if (issuer?.from === '标题' && title && named) {
    const range = rangeOf(title.view, named);
    // Spaces that normalising left in a title part several agencies.
    return { value: pieces.cut(range), at: range.at };
  }
  if (issuer?.from !== '署名' || !signer) return undefined;
  const range = lineRange(lines, signer);
  return { value: withoutSeal(squeezed(pieces.cut(range))), at: range.at };
}

/** 主送: the names of the salutation, without the spaces that pad them. */
export function derivedRecipients(
  { outline: { salutation } }: Findings,
  pieces: Pieces,
): Derived<string[]> | undefined {
  const ranges = salutation?.read.recipients.map((span) => rangeOf(salutation.view, span)) ?? [];
  return listed(ranges, pieces);
}

/** 署名: the agencies of the signature. */
export function derivedSignatories(
  { signature }: Findings,
  lines: readonly Line[],
  pieces: Pieces,
): Derived<string[]> | undefined {
  const names = listed(signature?.agencies.map((one) => lineRange(lines, one)) ?? [], pieces);
  return names && { ...names, value: names.value.map(withoutSeal) };
}

function listed(ranges: readonly Range[], pieces: Pieces): Derived<string[]> | undefined {
  const [first] = ranges;
  return first && { value: ranges.map((range) => squeezed(pieces.cut(range))), at: first.at };
}

/** An opening paragraph that was read, as a source of the proposal. */
export interface OpeningSource extends ProposalSource {
  read: Opening;
}

/**
 * The opening paragraph, read; where it stands on the salutation's line, the part behind that. Where it
 * does not cite the proposal (您的建议收悉), the next paragraph may (您提出的关于…).
 */
export function openingSource(
  { outline, pieces: kept }: Findings,
  lines: readonly Line[],
  pieces: Pieces,
): OpeningSource | undefined {
  const salutation = outline.opening === outline.salutation?.line ? outline.salutation : undefined;
  const sourceAt = (index: number): OpeningSource | undefined => {
    const line = lines[index];
    if (!line || !kept.some(({ at, end }) => at <= line.at && line.at < end)) return undefined;
    const own = salutation && index === outline.opening;
    const view = own ? tailOf(salutation.view, salutation.read.length) : line.tight;
    const read = readOpening(view.text);
    const cut = (span: Span) => pieces.cut(rangeOf(view, span));
    return { read, reference: read.reference, cut, from: '正文开头', at: view.starts[0] ?? line.at };
  };
  if (outline.opening === undefined) return undefined;
  const first = sourceAt(outline.opening);
  const next = first && !first.read.title && !first.read.several ? sourceAt(outline.opening + 1) : undefined;
  const begins = /^[您你]们?(?:所提|提)/u.test(lines[outline.opening + 1]?.tight.text ?? '');
  return next?.read.title && begins ? next : first;
}

function tailOf(view: View, from: number): View {
  return { text: view.text.slice(from), starts: view.starts.slice(from), ends: view.ends.slice(from) };
}

function lineRange(
  lines: readonly Line[],
  { line, through, span }: { line: number; through?: number; span: Span },
): Range {
  const found = lines[line];
  const last = through === undefined ? undefined : lines[through];
  if (!found) return { at: 0, end: 0 };
  return last ? { at: found.at, end: last.end } : rangeOf(found.tight, span);
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** A name that was broken over two lines has the note of its seal in the second. */
function withoutSeal(name: string): string {
  return name.replace(/[（(](?:盖章|公章|印章|章|签章)[）)]$/u, '');
}
