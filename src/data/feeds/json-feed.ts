import { publicAddress } from '../../archive/address.ts';
import type { Feed, FeedEntry } from './feed.ts';

/**
 * Writes a feed as JSON Feed 1.1. The format has absolute addresses only: an archive without a public address
 * omits them, and its entries are identified by their ids.
 *
 * @param path Path of the file below the site's root.
 */
export function writeJsonFeed(feed: Feed, path: string): string {
  const { site } = feed;
  const absolute = (key: string, to: string) =>
    site.url === undefined ? {} : { [key]: publicAddress(site.url, to) };
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    ...absolute('home_page_url', feed.page),
    ...absolute('feed_url', path),
    description: site.description,
    language: 'zh-CN',
    authors: [{ name: site.owner }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      ...absolute('url', entry.page),
      ...item(entry),
    })),
  };
  return `${JSON.stringify(document, undefined, 1)}\n`;
}

function item({ title, summary, author, categories, published, updated }: FeedEntry) {
  return {
    title,
    content_text: summary,
    date_published: published,
    date_modified: updated,
    authors: [{ name: author }],
    ...(categories.length > 0 && { tags: categories }),
  };
}
