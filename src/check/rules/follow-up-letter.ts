import { join } from 'node:path';
import { displayPath } from '../../content-files/display-path.ts';
import { errorAt, fileStart, type Finding } from '../../content-files/finding.ts';
import { findNearest } from '../../content-files/nearest-name.ts';

/**
 * Every file below `follow-up/` is about a letter.
 *
 * @param files Paths below `follow-up/`.
 * @param letters Paths of all letters, below `replies/`.
 */
export function followUpLetter(
  content: string,
  files: readonly string[],
  letters: readonly string[],
): Finding[] {
  const known = new Set(letters.map((name) => name.replace(/\.md$/, '')));
  return files.flatMap((name) => {
    const id = name.replace(/\.yml$/, '');
    if (known.has(id)) return [];
    const path = displayPath(join(content, 'follow-up', name));
    const nearest = findNearest(known, id);
    const advice = nearest === undefined ? '请核对年份和文件名。' : `是否应为 follow-up/${nearest}.yml？`;
    return [errorAt(path, fileStart, 'follow-up-letter', `没有 replies/${id}.md 这件答复。${advice}`)];
  });
}
