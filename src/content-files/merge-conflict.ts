import type { Position } from '../reply/position.ts';

/** A conflict of versions that Git left in a file. */
export interface MergeConflict extends Position {
  text: string;
}

/** Finds what Git writes around two versions of lines that it could not merge (`git help merge`, CONFLICT). */
export function mergeConflicts(source: string): MergeConflict[] {
  if (!source.includes('<<<<<<<')) return [];
  const found: MergeConflict[] = [];
  let from: number | undefined;
  for (const [index, line] of source.split('\n').entries()) {
    if (/^<{7}(?: |\r?$)/.test(line)) from = index + 1;
    if (from === undefined || !/^>{7}(?: |\r?$)/.test(line)) continue;
    const text = `第 ${from}–${index + 1} 行的合并冲突还没有解决。请在 <<<<<<< 和 >>>>>>> 之间保留一种写法，删去这些标记。`;
    found.push({ line: from, column: 1, text });
    from = undefined;
  }
  return found;
}
