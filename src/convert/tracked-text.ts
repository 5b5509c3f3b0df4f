import type { Edit } from './record.ts';

/**
 * A piece of the decoded text under rewriting. It is a row of atoms that cover the piece without a gap;
 * an atom is either as it was received or rewritten by a rule, and remembers what stood there.
 */
export interface TrackedText {
  readonly atoms: readonly Atom[];
}

interface Atom {
  at: number;
  before: string;
  after: string;
  /** The rule that rewrote it; none where it stands as received. */
  rule?: Rule;
}

/** Which rule makes a replacement. */
export interface Rule {
  rule: string;
  tier: 1 | 2 | 3;
  accepted?: { by: string; on: string };
}

/** A replacement of `[from, to)` in the current text of a piece. */
export interface Replacement {
  from: number;
  to: number;
  after: string;
}

/** Starts to track `[at, end)` of the decoded text. */
export function track(decoded: string, at: number, end: number): TrackedText {
  const text = decoded.slice(at, end);
  return { atoms: text === '' ? [] : [{ at, before: text, after: text }] };
}

/** The current text of a piece. */
export function textOf({ atoms }: TrackedText): string {
  return atoms.map(({ after }) => after).join('');
}

/** Rewrites a piece by the replacements of one rule, which are in order and don't overlap. */
export function rewrite(text: TrackedText, rule: Rule, replacements: readonly Replacement[]): TrackedText {
  return { atoms: replacements.toReversed().reduce((atoms, one) => replace(atoms, rule, one), text.atoms) };
}

function replace(atoms: readonly Atom[], rule: Rule, { from, to, after }: Replacement): readonly Atom[] {
  const result: Atom[] = [];
  let merged: Atom | undefined;
  let tail = '';
  let position = 0;
  for (const atom of atoms) {
    const start = position;
    const end = (position += atom.after.length);
    const touched = start === end ? from < start && start < to : from < end && start < to;
    if (!touched) {
      if (merged && start >= to) {
        result.push({ ...merged, after: merged.after + after + tail });
        merged = undefined;
      }
      result.push(atom);
      continue;
    }
    const [left, middle, right] = cut(atom, Math.max(from - start, 0), Math.min(to - start, end - start));
    if (left.before !== '') result.push(left);
    merged = merged
      ? { ...merged, before: merged.before + middle.before }
      : { at: middle.at, before: middle.before, after: middle.after.slice(0, middle.lead), rule };
    tail = middle.after.slice(middle.lead + middle.taken);
    if (right.before !== '') {
      result.push({ ...merged, after: merged.after + after + tail }, right);
      merged = undefined;
    }
  }
  if (merged) result.push({ ...merged, after: merged.after + after + tail });
  return result;
}

/** Cuts an atom as received into three; one that was rewritten stays whole and is rewritten with it. */
function cut(atom: Atom, from: number, to: number) {
  const none = { at: atom.at, before: '', after: '' };
  if (atom.rule) return [none, { ...atom, lead: from, taken: to - from }, none] as const;
  const part = (start: number, end: number) => ({
    at: atom.at + start,
    before: atom.before.slice(start, end),
    after: atom.before.slice(start, end),
  });
  return [
    part(0, from),
    { ...part(from, to), lead: 0, taken: to - from },
    part(to, atom.before.length),
  ] as const;
}

/** The edits that lead from the decoded text to the current text of a piece. */
export function editsOf({ atoms }: TrackedText): Edit[] {
  return atoms.flatMap(({ at, before, after, rule }) =>
    rule && before !== after ? [{ ...rule, at, before, after }] : [],
  );
}

/** The current text of what stood at `[at, end)` of the decoded text; a rewritten atom counts whole. */
export function sliceDecoded({ atoms }: TrackedText, at: number, end: number): string {
  return atoms
    .map((atom) => {
      const atomEnd = atom.at + atom.before.length;
      if (atomEnd <= at || atom.at >= end) return '';
      return atom.rule ? atom.after : atom.after.slice(Math.max(0, at - atom.at), end - atom.at);
    })
    .join('');
}

/** The range of the decoded text behind `[from, to)` of the current text. */
export function decodedRange({ atoms }: TrackedText, from: number, to: number): { at: number; end: number } {
  let position = 0;
  let range: { at: number; end: number } | undefined;
  for (const atom of atoms) {
    const start = position;
    const end = (position += atom.after.length);
    if (start < to && from < end) {
      const at = atom.rule ? atom.at : atom.at + Math.max(0, from - start);
      const stop = atom.rule ? atom.at + atom.before.length : atom.at + Math.min(to, end) - start;
      range = { at: range?.at ?? at, end: stop };
    }
  }
  return range ?? { at: atoms.at(-1)?.at ?? 0, end: atoms.at(-1)?.at ?? 0 };
}
