import { watch, type FSWatcher } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The folders below the content folder whose files are watched, and how far down. */
const watched = { '': 0, replies: 9, pages: 9, 'follow-up': 9, originals: 2 };

/** Changes are reported after so many milliseconds without one: an editor writes a file in several steps. */
const quiet = 30;

/** What an editor, Git or the system writes beside the files proper. */
const aside = /(?:^|\/)\.|~$|^originals\/.*\.partial-|(?:^|\/)\d+$/;

/** Whether a file below the content folder is one that an edition is made from. @param path With `/`. */
export function isContent(path: string): boolean {
  return path === 'site.yml' || (/\.(?:md|yml|png)$|^originals\//.test(path) && !aside.test(path));
}

/** The id of the letter that a file belongs to, `<year>/<id>`; undefined for other files. */
export function letterOf(path: string): string | undefined {
  return /^(?:replies|follow-up|originals)\/(\d{4}\/[a-z0-9-]+)(?:\.md|\.yml|\/|$)/.exec(path)?.[1];
}

/**
 * Watches a content folder. Only folders are watched, not files: an archive may have more files than a system watches.
 *
 * @param onChange Receives the paths below the content folder that changed, once there is a pause.
 * @returns Stops watching.
 */
export async function watchContent(
  content: string,
  onChange: (paths: ReadonlySet<string>) => void,
): Promise<() => void> {
  const watchers = new Map<string, FSWatcher>();
  const changed = new Set<string>();
  let pause: NodeJS.Timeout | undefined;
  const tell = () => {
    const paths = new Set(changed);
    changed.clear();
    onChange(paths);
  };
  const note = (path: string) => {
    if (!isContent(path)) return;
    changed.add(path);
    clearTimeout(pause);
    pause = setTimeout(tell, quiet);
  };
  const follow = async (folder: string, depth: number): Promise<void> => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(join(content, folder), (_, name) => {
        if (name === null) return;
        const path = folder === '' ? name : `${folder}/${name}`;
        note(path);
        // A folder that was added: whatever is in it came before it was watched.
        if (depth > 0 && !name.includes('.')) void follow(path, depth - 1).then(() => noteAll(path));
      });
      watcher.on('error', () => {
        watcher.close();
        watchers.delete(folder);
      });
      watchers.set(folder, watcher);
    } catch {
      // It is gone again, or never was there.
      return;
    }
    if (depth > 0) for (const name of await foldersIn(folder)) await follow(`${folder}/${name}`, depth - 1);
  };
  const entriesIn = (folder: string) =>
    readdir(join(content, folder), { withFileTypes: true }).catch(() => []);
  const foldersIn = async (folder: string) =>
    (await entriesIn(folder)).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const noteAll = async (folder: string) => {
    for (const { name } of await entriesIn(folder)) note(`${folder}/${name}`);
  };
  for (const [folder, depth] of Object.entries(watched)) await follow(folder, depth);
  return () => {
    clearTimeout(pause);
    for (const watcher of watchers.values()) watcher.close();
  };
}
