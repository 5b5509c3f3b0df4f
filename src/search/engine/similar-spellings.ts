import { foldUnits, type Unit } from '../text/fold.ts';
import type { OpenShard } from './shard-reader.ts';

/** Letters whose titles are read, the newest first; rounded up to whole shards. */
const maxLetters = 10_000;
/** With fewer units too much is similar; with more, a slip is unlikely. */
const [minUnits, maxUnits] = [3, 12];

/**
 * Finds parts of titles, 案由, agencies and names that differ from a text in one unit, the most frequent first.
 */
export async function findSimilarSpellings(text: string, shards: readonly OpenShard[]): Promise<string[]> {
  const wanted = foldUnits(text);
  if (wanted.length < minUnits || wanted.length > maxUnits) return [];
  const counts = new Map<string, number>();
  let lettersRead = 0;
  for (const { reader, letters } of shards) {
    if (lettersRead >= maxLetters) break;
    lettersRead += letters;
    const [head, { titles }, { subjects }, { recipients }] = await Promise.all([
      reader.head(),
      reader.columns('captions'),
      reader.columns('subjects'),
      reader.columns('people'),
    ]);
    for (const block of new Set([...head.facets.issuer.values, ...titles, ...subjects, ...recipients.flat()]))
      for (const part of findSimilarParts(block, wanted)) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 3)
    .map(([part]) => part);
}

function findSimilarParts(block: string, wanted: readonly Unit[]): string[] {
  const units = foldUnits(block);
  const parts: string[] = [];
  for (let at = 0; at + wanted.length <= units.length; at += 1) {
    let differing = 0;
    for (const [index, unit] of wanted.entries()) {
      if (units[at + index]?.text !== unit.text) differing += 1;
      if (differing > 1) break;
    }
    if (differing === 1) parts.push(block.slice(units[at]?.from, units[at + wanted.length - 1]?.to));
  }
  return parts;
}
