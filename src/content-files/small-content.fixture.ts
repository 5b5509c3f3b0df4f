import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const content = join(import.meta.dirname, '../../content');

/**
 * Copies the project's own content without the guide: a build of one letter takes most of its time for the guide's
 * pages, and nothing else of an edition depends on them.
 *
 * @param folder Where to; made if it does not exist.
 */
export function copySmallContent(folder: string): void {
  cpSync(content, folder, {
    recursive: true,
    filter: (path) => relative(content, path) !== join('pages', 'guide'),
  });
  const about = join(folder, 'pages/about.md');
  writeFileSync(about, readFileSync(about, 'utf8').replace(/\[([^\]]*)\]\(guide\/[^)]*\)/g, '$1'));
}
