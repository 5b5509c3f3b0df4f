import { address } from '../../archive/address.ts';
import { findDaySpan } from '../../data/wording/chinese-day.ts';
import type { DataPackage } from '../../data/open-data/data-package.ts';
import type { ArchivePage } from '../../data/pages/archive-page.ts';
import type { ContentSnapshot } from '../content-snapshot.ts';
import { digest } from '../digest.ts';
import type { EditionFolder } from '../edition/edition-folder.ts';
import { manifestFiles } from '../edition/edition-manifest.ts';
import type { PlannedPage } from './planned-page.ts';

/**
 * Plans the page on offline copies, once all other files of the edition are there: it states their number,
 * its own and the manifest's included, and their size without these.
 *
 * @param commit The commit of the content, if it has one.
 */
export function planArchivePage(
  edition: EditionFolder,
  snapshot: ContentSnapshot,
  commit: string | undefined,
): PlannedPage {
  const files = [...edition.files];
  const size = {
    files: files.length + 1 + manifestFiles.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  };
  return planWith(snapshot, { size, commit });
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
  return [planWith(snapshot, { size: undefined, commit: undefined }), planDataPage(undefined)];
}

function planWith({ letters }: ContentSnapshot, built: Pick<ArchivePage, 'size' | 'commit'>): PlannedPage {
  const days = findDaySpan(letters.map(({ data }) => data.issuedOn));
  const shows = { letters: letters.length, days, ...built };
  return {
    path: address.archive,
    key: digest('archive', shows),
    gather: () => ({ kind: 'archive', shows }),
  };
}
