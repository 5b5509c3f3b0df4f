import type { DataPackage } from '../open-data/data-package.ts';

/** What the page on open data shows. */
export interface DataPage {
  /** Absent outside of a build, which writes the files. */
  described: DataPackage | undefined;
}
