import { firstIndex } from '../reply/first-index.ts';
import type { Acceptance, Edit } from '../record/record.ts';

/**
 * A range of the decoded text under rewriting: a row of atoms that cover it without a gap;
 * an atom is either as received or rewritten by a rule, and keeps the received text.
 */
export interface EditedText {
  readonly atoms: readonly Atom[];
}

interface Atom {
  at: number;
  before: string;
  after: string;
  /** The rule that rewrote it; absent where it is as received. */
  rule?: EditOrigin;
}

/** Which rule makes a replacement. */
export interface EditOrigin {
  rule: string;
  tier: 1 | 2 | 3;
  accepted?: Acceptance;
}

/** A replacement of `[from, to)` in the current text. */
export interface Replacement {
  from: number;
  to: number;
  after: string;
}

/** Starts with `[at, end)` of the decoded text as received. */
export function track(decoded: string, at: number, end: number): EditedText {
  const text = decoded.slice(at, end);
  return { atoms: text === '' ? [] : [{ at, before: text, after: text }] };
}

/** The current text. */
export function textOf({ atoms }: EditedText): string {
  return atoms.map(({ after }) => after).join('');
}

/**
 * Rewrites a text by the replacements of one rule, which are in order and don't overlap. A replacement
 * that touches what an earlier rule rewrote takes it over whole. Linear in the length of the text.
 */
export function rewrite(
  text: EditedText,
  rule: EditOrigin,
  replacements: readonly Replacement[],
): EditedText {
  if (replacements.length === 0) return text;
  const parts = splitAt(
    text.atoms,
    replacements.flatMap(({ from, to }) => [from, to]),
  );
  const atoms: Atom[] = [];
  let next = 0;
  for (let index = 0; index < parts.length;) {
    const first = parts[index];
    if (!first) break;
    while ((replacements[next]?.to ?? Infinity) <= first.start) next += 1;
    if (!touches(first, replacements[next])) {
      atoms.push(first.atom);
      index += 1;
      continue;
    }
    const group: PlacedAtom[] = [];
    let last = next;
    for (let part = parts[index]; part && touches(part, replacements[last]); part = parts[index]) {
      group.push(part);
      index += 1;
      while (touches(part, replacements[last + 1])) last += 1;
    }
    atoms.push(merged(group, rule, replacements.slice(next, last + 1)));
    next = last;
  }
  return { atoms };
}

/** An atom and its range in the current text. */
interface PlacedAtom {
  atom: Atom;
  start: number;
  end: number;
}

/** Cuts the atoms that are as received at the given offsets, which are in order. */
function splitAt(atoms: readonly Atom[], places: readonly number[]): PlacedAtom[] {
  const parts: PlacedAtom[] = [];
  let start = 0;
  let next = 0;
  for (const atom of atoms) {
    const end = start + atom.after.length;
    let from = start;
    while (!atom.rule && (places[next] ?? Infinity) < end) {
      const place = places[next] ?? 0;
      next += 1;
      if (place <= from) continue;
      parts.push({ atom: portion(atom, from - start, place - start), start: from, end: place });
      from = place;
    }
    parts.push({ atom: atom.rule ? atom : portion(atom, from - start, end - start), start: from, end });
    while ((places[next] ?? Infinity) <= end) next += 1;
    start = end;
  }
  return parts;
}

function portion({ at, before }: Atom, from: number, to: number): Atom {
  const text = before.slice(from, to);
  return { at: at + from, before: text, after: text };
}

/** Whether a replacement reaches into a part; a deleted part is reached when both its neighbours are. */
function touches({ start, end }: PlacedAtom, replacement: Replacement | undefined): boolean {
  if (!replacement) return false;
  const { from, to } = replacement;
  return start === end ? from < start && start < to : from < end && start < to;
}

/** One atom for a group of parts, with the replacements that reach into them made. */
function merged(group: readonly PlacedAtom[], rule: EditOrigin, replacements: readonly Replacement[]): Atom {
  const start = group[0]?.start ?? 0;
  const current = group.map(({ atom }) => atom.after).join('');
  let after = '';
  let done = 0;
  for (const one of replacements) {
    after += current.slice(done, one.from - start) + one.after;
    done = one.to - start;
  }
  return {
    at: group[0]?.atom.at ?? 0,
    before: group.map(({ atom }) => atom.before).join(''),
    after: after + current.slice(done),
    rule,
  };
}

/** The edits that lead from the decoded text to the current text. */
export function editsOf({ atoms }: EditedText): Edit[] {
  return atoms.flatMap(({ at, before, after, rule }) =>
    rule && before !== after ? [{ ...rule, at, before, after }] : [],
  );
}

/** The current text of `[at, end)` of the decoded text; a rewritten atom counts whole. */
export function sliceDecoded({ atoms }: EditedText, at: number, end: number): string {
  let text = '';
  let next = firstIndex(atoms.length, (index) => endOf(atoms[index]) > at);
  for (let atom = atoms[next]; atom && atom.at < end; atom = atoms[(next += 1)])
    text += atom.rule ? atom.after : atom.after.slice(Math.max(0, at - atom.at), end - atom.at);
  return text;
}

function endOf(atom: Atom | undefined): number {
  return atom ? atom.at + atom.before.length : 0;
}

/** Maps `[from, to)` of the current text to its range of the decoded text. */
export function decodedRanges({
  atoms,
}: EditedText): (from: number, to: number) => { at: number; end: number } {
  let position = 0;
  const parts = atoms.map((atom) => ({ atom, start: position, end: (position += atom.after.length) }));
  const last = atoms.at(-1)?.at ?? 0;
  return (from, to) => {
    let range: { at: number; end: number } | undefined;
    let next = firstIndex(parts.length, (index) => (parts[index]?.end ?? 0) > from);
    for (let part = parts[next]; part && part.start < to; part = parts[(next += 1)]) {
      const { atom, start, end } = part;
      const at = atom.rule ? atom.at : atom.at + Math.max(0, from - start);
      const stop = atom.rule ? endOf(atom) : atom.at + Math.min(to, end) - start;
      range = { at: range?.at ?? at, end: stop };
    }
    return range ?? { at: last, end: last };
  };
}
