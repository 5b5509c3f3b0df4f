import { address } from '../archive/address.ts';
import { makeQuickFind } from '../quick-find/index-writer.ts';
import { letterRecord } from '../quick-find/letter-record.ts';
import { pageRecord } from '../quick-find/page-record.ts';
import type { ContentSnapshot } from './content-snapshot.ts';
import { digest } from './digest.ts';
import type { EditionFolder } from './edition/edition-folder.ts';

/**
 * Puts the quick find into the edition: all letters, and the pages about the archive that declare it.
 *
 * @param edition The edition, in which all pages have been rendered but the one on offline copies.
 * @param unsized The pages that state sizes and hashes, as HTML without these, by path. They would change the quick
 *   find with every edit, and one of them states its size.
 * @param program Digest of the program.
 */
export async function updateQuickFind(
  edition: EditionFolder,
  { letters }: ContentSnapshot,
  unsized: ReadonlyMap<string, string>,
  program: string,
): Promise<void> {
  const pages = [...edition.files].filter(
    ({ path }) => path.endsWith('.html') && !isOfLetter(path) && !unsized.has(path),
  );
  const key = digest(
    'quick find',
    program,
    letters.map((letter) => [letter.digest, letter.facts.headings]),
    pages.map(({ path, sha256: hash }) => [path, hash]).sort(),
    [...unsized],
  );
  if (edition.keepAll(key)) return;
  const records = letters.map(({ id, data: frontmatter, facts: { headings } }) =>
    letterRecord({ id, frontmatter, headings }),
  );
  records.push(
    ...pages.flatMap((page) => pageRecord(page.path, edition.read(page.path)) ?? []),
    ...[...unsized].flatMap(([path, html]) => pageRecord(path, html) ?? []),
  );
  for (const { path, contents } of await makeQuickFind(records)) edition.write(path, key, contents);
}

/** Letters have records of their own; what was received is no page of the archive. */
function isOfLetter(path: string): boolean {
  return path.startsWith(address.reply('').replace('.html', '')) || path.startsWith(address.original(''));
}
