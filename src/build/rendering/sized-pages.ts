import { address } from '../../archive/address.ts';
import { nameBag } from '../../archive/bag/bag.ts';
import { findDaySpan } from '../../data/wording/chinese-day.ts';
import type { DataPackage } from '../../data/open-data/data-package.ts';
import type { ArchivePage } from '../../data/pages/archive-page.ts';
import type { ContentSnapshot } from '../content-snapshot.ts';
import { digest } from '../digest.ts';
import type { EditionFolder } from '../edition/edition-folder.ts';
import { manifestFiles } from '../edition/edition-manifest.ts';
import type { Revision } from '../edition/revision.ts';
import type { PlannedPage } from './planned-page.ts';

/**
 * Plans the page on offline copies, once all other files of the edition are there: it states their number,
 * its own and the manifest's included, and their size without these.
 *
 * @param revision The commit of the content and its day, if it has them.
 */
export function planArchivePage(
  edition: EditionFolder,
  snapshot: ContentSnapshot,
  { commit, day }: Revision,
): PlannedPage {
  const files = [...edition.files];
  const size = {
    files: files.length + 1 + manifestFiles.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  };
  const { url } = snapshot.frame.site;
  const name = nameBag({ url: url ?? null, day: day ?? null, commit: commit ?? null });
  return planWith(snapshot, { size, commit, day, zip: `${name}.zip` });
}

/** Plans the page on open data. @param described Absent outside of a build. */
export function planDataPage(described: DataPackage | undefined): PlannedPage {
  return {
    path: address.data,
    key: digest('data', described),
    gather: () => ({ kind: 'data', shows: { described } }),
  };
}

/** Plans the pages that state sizes and hashes of an edition, without these: as they are outside of a build. */
export function planUnsizedPages(snapshot: ContentSnapshot): PlannedPage[] {
  return [
    planWith(snapshot, { size: undefined, commit: undefined, day: undefined, zip: undefined }),
    planDataPage(undefined),
  ];
}

function planWith({ letters }: ContentSnapshot, built: Omit<ArchivePage, 'letters' | 'days'>): PlannedPage {
  const days = findDaySpan(letters.map(({ data }) => data.issuedOn));
  const shows = { letters: letters.length, days, ...built };
  return {
    path: address.archive,
    key: digest('archive', shows),
    gather: () => ({ kind: 'archive', shows }),
  };
}
