import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { displayPath } from '../../content-files/display-path.ts';
import { fileStart, warningAt, type Finding } from '../../content-files/finding.ts';
import type { CheckedLetter } from '../checked-letter.ts';

const advice =
  '不会公开。是收到的附件，请用 dafu convert --force --with 重新转换原件，把它登记进来；不是的，请移出 originals/。';

/**
 * Files below `originals/` that no letter names as its original and no edits.json as an attachment: only
 * recorded files are published. It looks at all letters together, for one may share the folder of another.
 */
export async function unrecorded(
  letters: readonly Pick<CheckedLetter, 'id' | 'frontmatter' | 'recorded'>[],
  content: string,
): Promise<Finding[]> {
  const originals = join(content, 'originals');
  const entries = await readdir(originals, { recursive: true, withFileTypes: true }).catch(() => []);
  const recorded = new Set(letters.flatMap((letter) => letter.recorded));
  // Another rule asks for these to be removed.
  const withdrawn = letters.filter(({ frontmatter }) => frontmatter?.withdrawn).map(({ id }) => `${id}/`);
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.git'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => file.slice(originals.length + 1).replaceAll('\\', '/'))
    .filter((file) => !recorded.has(file) && !withdrawn.some((folder) => file.startsWith(folder)))
    .map((file) =>
      warningAt(
        displayPath(join(originals, file)),
        fileStart,
        'unrecorded',
        `没有答复或 edits.json 登记这个文件，${advice}`,
      ),
    );
}
