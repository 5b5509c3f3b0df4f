import { address } from '../../archive/address.ts';
import { findDaySpan } from '../../data/wording/chinese-day.ts';
import type { ContentSnapshot } from '../content-snapshot.ts';
import { digest } from '../digest.ts';
import type { EditionFolder } from '../edition/edition-folder.ts';
import { manifestFiles } from '../edition/edition-manifest.ts';
import type { PlannedPage } from './page-plan.ts';

/**
 * Plans the page on offline copies, once all other files of the edition are there: it states their number,
 * its own and the manifest's included, and their size without these.
 *
 * @param edition Without one, the page states no size.
 * @param commit The commit of the content, if it has one.
 */
export function planArchivePage(
  edition: EditionFolder | undefined,
  { letters }: ContentSnapshot,
  commit: string | undefined,
): PlannedPage {
  const files = edition && [...edition.files];
  const shows = {
    letters: letters.length,
    days: findDaySpan(letters.map(({ data }) => data.issuedOn)),
    size: files && {
      files: files.length + 1 + manifestFiles.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    },
    commit,
  };
  return {
    path: address.archive,
    key: digest('archive', shows),
    gather: () => ({ kind: 'archive', shows }),
  };
}
