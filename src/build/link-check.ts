import { readFileSync } from 'node:fs';
import { checkLinks } from '../check/links/link-findings.ts';
import { readPageLinks } from '../check/links/page-links.ts';
import { editionInfoName, editionInfoScript } from '../archive/edition-info.ts';
import type { Finding } from '../content-files/finding.ts';
import type { ContentSnapshot } from './content-snapshot.ts';
import type { EditionFolder } from './edition/edition-folder.ts';
import { manifestFiles } from './edition/edition-manifest.ts';

/** What every edition has that is made while the links are followed, or after it. */
const comingFiles = [...manifestFiles, editionInfoName, `${editionInfoScript}.js`, 'search/entry.js'];

/**
 * Checks the links of an edition. Those of the last edition were in order, so it is enough to look at the pages
 * that differ, unless something is gone to which others may link.
 *
 * @param coming Pages that are still to be written, as HTML with the same links and anchors, by path.
 */
export async function checkEditionLinks(
  edition: EditionFolder,
  { content, redirects }: Pick<ContentSnapshot, 'content' | 'redirects'>,
  coming: ReadonlyMap<string, string>,
): Promise<Finding[]> {
  const files = new Set([...edition.files].map(({ path }) => path));
  for (const path of [...comingFiles, ...coming.keys()]) files.add(path);
  const read = (path: string) => coming.get(path) ?? edition.read(path);
  const pages = [...edition.written, ...coming.keys()].filter((path) => path.endsWith('.html'));
  const only = isSomethingGone(edition, files, read) ? undefined : [...new Set(pages)];
  const leading = new Map(redirects.map(({ from, to }) => [from, to]));
  return checkLinks({ files, read, redirects: leading }, content, only);
}

function isSomethingGone(
  edition: EditionFolder,
  files: ReadonlySet<string>,
  read: (path: string) => string,
): boolean {
  if (!edition.formerLinksChecked) return true;
  if (edition.removed().some((path) => !files.has(path) && mayBeLinked(path))) return true;
  // A page that is still to be written has its anchors from its template: a changed one makes all pages differ.
  for (const page of edition.written) {
    if (!page.endsWith('.html') || edition.lastHash(page) === undefined) continue;
    const before = readPageLinks(readFileSync(edition.lastFile(page), 'utf8'));
    if (!before.ids.isSubsetOf(readPageLinks(read(page)).ids)) return true;
  }
  return false;
}

/** Of the indexes, pages load files by name, not by link. */
function mayBeLinked(path: string): boolean {
  return !/^(?:search|quick-find|pagefind)\//.test(path);
}
