import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The kinds of files in folders of their own below the content folder, and how their names end. */
const endings = { replies: /\.md$/i, pages: /\.md$/i, 'follow-up': /\.yml$/i };
export type ContentKind = keyof typeof endings;

/** The files of one kind below the content folder. */
export interface FileNames {
  /** Files of that kind: paths below the folder, sorted, with `/`. */
  named: string[];
  /** Other files, which are not published. Those whose path has a part that begins with a dot are left out. */
  other: string[];
}

/** Names the files of a kind, such as those below `<content>/replies/`: what check, pages and search go through. */
export async function listFiles(content: string, kind: ContentKind): Promise<FileNames> {
  const ending = endings[kind];
  const folder = join(content, kind);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => !entry.isDirectory() || ending.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  return {
    named: names.filter((name) => ending.test(name)),
    other: names.filter((name) => !ending.test(name) && !/(?:^|\/)\./.test(name)),
  };
}
