import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkLinks } from '../check/links/link-findings.ts';
import { readPageLinks } from '../check/links/page-links.ts';
import type { Finding } from '../content-files/finding.ts';
import type { EditionFolder } from './edition/edition-folder.ts';

/**
 * Checks the links of an edition. Those of the last edition were in order, so it is enough to look at the pages
 * that differ, unless something is gone to which others may link.
 *
 * @param content The content folder it was built from.
 */
export async function checkEditionLinks(edition: EditionFolder, content: string): Promise<Finding[]> {
  const pages = [...edition.written].filter((path) => path.endsWith('.html'));
  const only = (await isSomethingGone(edition, pages)) ? undefined : pages;
  return checkLinks(edition.path, content, only);
}

/** Of the indexes, pages load files by name, not by link. */
function mayBeLinked(path: string): boolean {
  return !/^(?:search|quick-find|pagefind)\//.test(path);
}

async function isSomethingGone(edition: EditionFolder, pages: readonly string[]): Promise<boolean> {
  if (!edition.formerLinksChecked || edition.removed().some(mayBeLinked)) return true;
  for (const page of pages) {
    if (edition.lastHash(page) === undefined) continue;
    const before = readPageLinks(await readFile(edition.lastFile(page), 'utf8'));
    const { ids } = readPageLinks(await readFile(join(edition.path, page), 'utf8'));
    if (!before.ids.isSubsetOf(ids)) return true;
  }
  return false;
}
