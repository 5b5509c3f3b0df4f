import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findLastChange } from '../data/feeds/feed.ts';
import { writeOpenSearch } from '../data/search-engines/open-search.ts';
import { writeSitemaps, type SitemapPage } from '../data/search-engines/sitemap.ts';
import { address, publicAddress } from '../archive/address.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import type { Site } from '../reply/site.ts';

/**
 * Writes the files that crawlers and browsers look for at the edition's root: `robots.txt` and, if the
 * archive has a public address, `sitemap.xml` with the pages in the folder and `opensearch.xml`.
 *
 * @param out The output folder, in which all pages have been rendered.
 */
export async function writeDiscoveryFiles(
  out: string,
  letters: readonly { id: string; frontmatter: Frontmatter }[],
  site: Site,
): Promise<void> {
  const { url } = site;
  const files = [{ name: 'robots.txt', contents: writeRobots(url) }];
  if (url !== undefined) {
    files.push(...writeSitemaps(await listPages(out, letters), url));
    files.push({ name: address.openSearch, contents: writeOpenSearch(site, url) });
  }
  for (const { name, contents } of files) await writeFile(join(out, name), contents);
}

function writeRobots(url: string | undefined): string {
  const sitemap = url === undefined ? '' : `\nSitemap: ${publicAddress(url, 'sitemap.xml')}\n`;
  return `User-agent: *\nAllow: /\n${sitemap}`;
}

async function listPages(
  out: string,
  letters: readonly { id: string; frontmatter: Frontmatter }[],
): Promise<SitemapPage[]> {
  const changes = new Map(
    letters.map(({ id, frontmatter: data }) => [address.reply(id), findLastChange({ id, data })]),
  );
  const files = (await readdir(out, { recursive: true })).map((path) => path.replaceAll('\\', '/'));
  return files
    .filter((path) => path.endsWith('.html') && path !== address.notFound)
    .sort()
    .map((path) => {
      const changedOn = changes.get(path);
      return { path, ...(changedOn !== undefined && { changedOn }) };
    });
}
