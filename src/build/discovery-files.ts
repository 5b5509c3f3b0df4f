import { address, publicAddress } from '../archive/address.ts';
import { findLastChange } from '../data/feeds/feed.ts';
import { writeOpenSearch } from '../data/search-engines/open-search.ts';
import { writeSitemaps, type SitemapPage } from '../data/search-engines/sitemap.ts';
import type { ContentSnapshot } from './content-snapshot.ts';
import { digest } from './digest.ts';
import type { EditionFolder } from './edition/edition-folder.ts';

/**
 * Writes the files that crawlers and browsers look for at the edition's root: `robots.txt` and, if the
 * archive has a public address, `sitemap.xml` with the pages of the edition and `opensearch.xml`.
 *
 * @param edition The edition, in which all pages have been rendered but the archive's.
 */
export function writeDiscoveryFiles(edition: EditionFolder, snapshot: ContentSnapshot): void {
  const { url } = snapshot.frame.site;
  const files = [{ name: 'robots.txt', contents: writeRobots(url) }];
  if (url !== undefined) {
    files.push(...writeSitemaps(listPages(edition, snapshot), url));
    files.push({ name: address.openSearch, contents: writeOpenSearch(snapshot.frame.site, url) });
  }
  for (const { name, contents } of files) edition.write(name, digest(contents), contents);
}

function writeRobots(url: string | undefined): string {
  const sitemap = url === undefined ? '' : `\nSitemap: ${publicAddress(url, 'sitemap.xml')}\n`;
  return `User-agent: *\nAllow: /\n${sitemap}`;
}

function listPages(
  edition: EditionFolder,
  { letters, redirects, withdrawn }: ContentSnapshot,
): SitemapPage[] {
  const gone = [...redirects.map(({ from }) => from), ...withdrawn.map(({ id }) => address.reply(id))];
  const omitted = new Set([address.notFound, address.editor, ...gone]);
  const changes = new Map(letters.map(({ id, data }) => [address.reply(id), findLastChange({ id, data })]));
  const pages = [...edition.files].map(({ path }) => path).filter((path) => path.endsWith('.html'));
  return [...pages, address.archive]
    .filter((path) => !omitted.has(path))
    .sort()
    .map((path) => {
      const changedOn = changes.get(path);
      return { path, ...(changedOn !== undefined && { changedOn }) };
    });
}
