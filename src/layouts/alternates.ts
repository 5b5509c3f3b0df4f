import type { ListSummary } from '../data/lists/letter-lists.ts';
import { address } from '../archive/address.ts';

/** Another format of a page, named in its head: `<link rel="alternate">`. */
export interface Alternate {
  /** Path of the file below the site's root. */
  to: string;
  type: string;
  title: string;
}

/** The formats of the whole archive's newest letters. */
export const archiveAlternates: readonly Alternate[] = [
  { to: address.feed, type: 'application/atom+xml', title: '最新的答复（Atom）' },
  { to: address.jsonFeed, type: 'application/feed+json', title: '最新的答复（JSON Feed）' },
];

/** The formats of the newest commitments. */
export const ledgerAlternates: readonly Alternate[] = [
  { to: address.ledgerFeed, type: 'application/atom+xml', title: '新的承诺（Atom）' },
  { to: address.ledgerJsonFeed, type: 'application/feed+json', title: '新的承诺（JSON Feed）' },
];

/** The formats of a list. */
export function listAlternates({ way, slug, name }: ListSummary): Alternate[] {
  return [
    { to: address.listAs(way, slug, 'xml'), type: 'application/atom+xml', title: `${name}（Atom）` },
    { to: address.listAs(way, slug, 'json'), type: 'application/feed+json', title: `${name}（JSON Feed）` },
    { to: address.listAs(way, slug, 'csv'), type: 'text/csv', title: `${name}（CSV）` },
  ];
}

/** The other format of a letter. @param id `<year>/<id>` */
export function letterAlternates(id: string): Alternate[] {
  return [{ to: address.markdown(id), type: 'text/markdown', title: '本件（Markdown）' }];
}
