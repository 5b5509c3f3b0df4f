import type { LoadFile } from '../form/data-file.ts';
import type { IndexEntry } from '../form/edition-index.ts';
import type { IndexFiles } from './index-files.ts';
import type { OpenShard } from './shard-reader.ts';

/** The index of an edition. */
export interface Edition {
  entry: IndexEntry;
  /** Newest first. */
  shards: readonly OpenShard[];
  load: LoadFile;
  files: IndexFiles;
}
