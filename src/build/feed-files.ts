import { address } from '../archive/address.ts';
import { writeAtomFeed } from '../data/feeds/atom-feed.ts';
import { makeLedgerFeed } from '../data/commitments/ledger-feed.ts';
import { makeArchiveFeed, makeListFeed, type Feed } from '../data/feeds/feed.ts';
import { writeJsonFeed } from '../data/feeds/json-feed.ts';
import { allLists } from '../data/lists/letter-lists.ts';
import { writeTableHead } from '../data/open-data/letter-table.ts';
import { asCommitted, type ContentSnapshot, type SnapshotLetter } from './content-snapshot.ts';
import { digest } from './digest.ts';

/** A file that is no page: what it is made from, and how. */
export interface PlannedFile {
  /** Path below the edition's root. */
  path: string;
  /** Digest of its input. */
  key: string;
  make: () => string | Uint8Array;
}

/**
 * Plans the feeds of the archive and of every list, and the tables of the lists.
 *
 * @param rowOf Writes a letter as a line of a table.
 */
export function planFeedFiles(
  { frame, letters, withdrawn, lists }: ContentSnapshot,
  rowOf: (letter: SnapshotLetter) => string,
): PlannedFile[] {
  const { site } = frame;
  const digestOf = (members: readonly SnapshotLetter[]) => members.map((letter) => letter.digest);
  const feeds = (feed: () => Feed, key: string, xml: string, json: string): PlannedFile[] => [
    { path: xml, key: digest(key, 'xml'), make: () => writeAtomFeed(feed(), xml) },
    { path: json, key: digest(key, 'json'), make: () => writeJsonFeed(feed(), json) },
  ];
  return [
    ...feeds(
      () => makeArchiveFeed(letters, withdrawn, site),
      digest('feed', site, digestOf(letters), withdrawn),
      address.feed,
      address.jsonFeed,
    ),
    ...feeds(
      () => makeLedgerFeed(letters.map(asCommitted), site),
      digest(
        'ledger feed',
        site,
        letters.map(({ digest: own, commitmentsDigest }) => [own, commitmentsDigest]),
      ),
      address.ledgerFeed,
      address.ledgerJsonFeed,
    ),
    ...allLists(lists).flatMap((list) => {
      const { way, slug, name } = list;
      const key = digest('list', site, name, digestOf(list.letters));
      const [xml, json] = [address.listAs(way, slug, 'xml'), address.listAs(way, slug, 'json')];
      return [
        ...feeds(() => makeListFeed(list, site), key, xml, json),
        {
          path: address.listAs(way, slug, 'csv'),
          key: digest(key, 'csv'),
          make: () => writeTableHead() + list.letters.map(rowOf).join(''),
        },
      ];
    }),
  ];
}
