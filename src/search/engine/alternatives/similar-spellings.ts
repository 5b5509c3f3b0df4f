import { foldUnits, type Unit } from '../../text/fold.ts';
import type { Names } from './archive-names.ts';
import { isWholeWords } from './word-boundaries.ts';

/** With fewer units too much is similar; with more, a slip is unlikely. */
const [minUnits, maxUnits] = [3, 12];
/** As many are offered. */
const maxSpellings = 3;

/** A part of a text. */
interface Part {
  text: string;
  from: number;
  to: number;
}

/**
 * Finds parts of names that differ from a text in one unit, the most frequent first. They begin and end where
 * words do: 养老园 is like 养老院, but not like 养老服 of 养老服务.
 */
export function findSimilarSpellings(text: string, names: Names): string[] {
  const wanted = foldUnits(text);
  if (wanted.length < minUnits || wanted.length > maxUnits) return [];
  const counts = new Map<string, number>();
  /** Parts of words. */
  const fragments = new Map<string, number>();
  for (const [name, having] of names)
    for (const { text: part, from, to } of findSimilarParts(name, wanted)) {
      // What is one in many texts is not asked again in each.
      const isWhole = counts.has(part) || ((fragments.get(part) ?? 0) < 3 && isWholeWords(name, from, to));
      const counted = isWhole ? counts : fragments;
      counted.set(part, (counted.get(part) ?? 0) + (isWhole ? having : 1));
    }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, maxSpellings)
    .map(([part]) => part);
}

function findSimilarParts(name: string, wanted: readonly Unit[]): Part[] {
  const units = foldUnits(name);
  const parts: Part[] = [];
  for (let at = 0; at + wanted.length <= units.length; at += 1) {
    let differing = 0;
    for (const [index, unit] of wanted.entries()) {
      if (units[at + index]?.text !== unit.text) differing += 1;
      if (differing > 1) break;
    }
    if (differing !== 1) continue;
    const [from, to] = [units[at]?.from ?? 0, units[at + wanted.length - 1]?.to ?? 0];
    parts.push({ text: name.slice(from, to), from, to });
  }
  return parts;
}
