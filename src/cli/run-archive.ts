import { resolve } from 'node:path';
import { writeArchive } from '../offline/writing/write-archive.ts';
import { describeStorageFault, isStorageFault } from '../storage/storage-fault.ts';
import { showProgress } from './progress.ts';

/** The options of `dafu archive`. */
export interface ArchiveCommandOptions {
  /** Absolute path of a built edition. */
  edition: string;
  content: string;
  out: string;
  quiet?: boolean;
}

/** Packs an edition and prints what was written. */
export async function runArchive(options: ArchiveCommandOptions): Promise<void> {
  const { edition, quiet = false } = options;
  const out = resolve(options.out);
  const progress = showProgress({ quiet });
  try {
    const written = await writeArchive({ edition, out, onProgress: progress.show });
    progress.end();
    if (quiet) return;
    process.stdout.write(
      `已打包 ${written.files} 个文件（${(written.size / 1e6).toFixed(1)} MB）：${written.zip}\nSHA-256：${written.sha256}\n`,
    );
  } catch (error) {
    progress.end();
    if (!isStorageFault(error)) throw error;
    throw new Error(`${describeStorageFault(error, out)}没有打包；原有的文件未改动。`, { cause: error });
  }
}
