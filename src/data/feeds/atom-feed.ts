import { publicAddress, relativeLink } from '../../archive/address.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { xmlElement, writeXmlDocument, type XmlElement } from '../xml.ts';

/**
 * Writes a feed as Atom (RFC 4287). Its links are absolute if the archive has a public address, otherwise
 * relative to the file, which Atom allows.
 *
 * @param path Path of the file below the site's root.
 */
export function writeAtomFeed(feed: Feed, path: string): string {
  const { site } = feed;
  const link = (to: string) =>
    site.url === undefined ? relativeLink(path, to) : publicAddress(site.url, to);
  return writeXmlDocument(
    xmlElement('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' }, [
      xmlElement('id', {}, feed.id),
      xmlElement('title', {}, feed.title),
      xmlElement('updated', {}, feed.updated),
      xmlElement('author', {}, [xmlElement('name', {}, site.owner)]),
      xmlElement('link', { rel: 'self', type: 'application/atom+xml', href: link(path) }),
      xmlElement('link', { rel: 'alternate', type: 'text/html', href: link(feed.page) }),
      xmlElement('rights', {}, site.licence.name),
      xmlElement('generator', {}, 'dafu'),
      ...feed.entries.map((entry) => atomEntry(entry, link)),
    ]),
  );
}

function atomEntry(entry: FeedEntry, link: (to: string) => string): XmlElement {
  return xmlElement('entry', {}, [
    xmlElement('id', {}, entry.id),
    xmlElement('title', {}, entry.title),
    xmlElement('published', {}, entry.published),
    xmlElement('updated', {}, entry.updated),
    xmlElement('author', {}, [xmlElement('name', {}, entry.author)]),
    xmlElement('link', { rel: 'alternate', type: 'text/html', href: link(entry.page) }),
    ...entry.categories.map((term) => xmlElement('category', { term })),
    xmlElement('summary', {}, entry.summary),
  ]);
}
