import { publicAddress, relativeLink } from '../../archive/address.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { xml, xmlDocument, type XmlElement } from '../xml.ts';

/**
 * Writes a feed as Atom (RFC 4287). Its links are absolute where the archive has a public address;
 * else relative to the file, which Atom allows.
 *
 * @param path Path of the file below the site's root.
 */
export function atomFeed(feed: Feed, path: string): string {
  const { site } = feed;
  const link = (to: string) =>
    site.url === undefined ? relativeLink(path, to) : publicAddress(site.url, to);
  return xmlDocument(
    xml('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' }, [
      xml('id', {}, feed.id),
      xml('title', {}, feed.title),
      xml('updated', {}, feed.updated),
      xml('author', {}, [xml('name', {}, site.owner)]),
      xml('link', { rel: 'self', type: 'application/atom+xml', href: link(path) }),
      xml('link', { rel: 'alternate', type: 'text/html', href: link(feed.page) }),
      xml('rights', {}, site.licence.name),
      xml('generator', {}, 'dafu'),
      ...feed.entries.map((entry) => atomEntry(entry, link)),
    ]),
  );
}

function atomEntry(entry: FeedEntry, link: (to: string) => string): XmlElement {
  return xml('entry', {}, [
    xml('id', {}, entry.id),
    xml('title', {}, entry.title),
    xml('published', {}, entry.published),
    xml('updated', {}, entry.updated),
    xml('author', {}, [xml('name', {}, entry.author)]),
    xml('link', { rel: 'alternate', type: 'text/html', href: link(entry.page) }),
    ...entry.categories.map((term) => xml('category', { term })),
    xml('summary', {}, entry.summary),
  ]);
}
