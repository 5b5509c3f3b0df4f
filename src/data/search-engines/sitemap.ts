import { publicAddress } from '../../archive/address.ts';
import { xmlElement, writeXmlDocument } from '../xml.ts';

/** A page of a sitemap. */
export interface SitemapPage {
  /** Path below the site's root. */
  path: string;
  /** The day of its last change, `yyyy-mm-dd`, if it is a letter's page. */
  changedOn?: string;
}

/** The protocol's limit (sitemaps.org). */
const mostPages = 50_000;
const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * Writes the sitemap of an archive: one file, or an index and its parts if there are too many pages.
 *
 * @param url Public address of the archive, with a trailing slash: a sitemap has absolute addresses only.
 * @param most Maximum number of pages in a file.
 * @returns The files; `sitemap.xml` is the one to announce to search engines.
 */
export function writeSitemaps(
  pages: readonly SitemapPage[],
  url: string,
  most = mostPages,
): { name: string; contents: string }[] {
  if (pages.length <= most) return [{ name: 'sitemap.xml', contents: urlSet(pages, url) }];
  const parts = Array.from({ length: Math.ceil(pages.length / most) }, (_, at) => ({
    name: `sitemap-${at + 1}.xml`,
    contents: urlSet(pages.slice(at * most, (at + 1) * most), url),
  }));
  const index = xmlElement(
    'sitemapindex',
    { xmlns },
    parts.map(({ name }) => xmlElement('sitemap', {}, [xmlElement('loc', {}, publicAddress(url, name))])),
  );
  return [{ name: 'sitemap.xml', contents: writeXmlDocument(index) }, ...parts];
}

function urlSet(pages: readonly SitemapPage[], url: string): string {
  return writeXmlDocument(
    xmlElement(
      'urlset',
      { xmlns },
      pages.map(({ path, changedOn }) =>
        xmlElement('url', {}, [
          xmlElement('loc', {}, publicAddress(url, path)),
          ...(changedOn === undefined ? [] : [xmlElement('lastmod', {}, changedOn)]),
        ]),
      ),
    ),
  );
}
