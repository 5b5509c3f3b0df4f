import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of one kind below the content folder. */
export interface FileNames {
  /** Markdown files: paths below the folder, sorted, with `/`. */
  markdown: string[];
  /** Other files, which are not published. Those whose path has a part that begins with a dot are left out. */
  other: string[];
}

/** Names the files below `<content>/replies/` or `<content>/pages/`: what check, pages and search go through. */
export async function listFiles(content: string, kind: 'replies' | 'pages'): Promise<FileNames> {
  const folder = join(content, kind);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => !entry.isDirectory() || /\.md$/i.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  return {
    markdown: names.filter((name) => /\.md$/i.test(name)),
    other: names.filter((name) => !/\.md$/i.test(name) && !/(?:^|\/)\./.test(name)),
  };
}
