import { setImmediate } from 'node:timers/promises';
import type { ContentSnapshot } from './content-snapshot.ts';
import { digest } from './digest.ts';
import { writeDiscoveryFiles } from './discovery-files.ts';
import type { EditionFolder } from './edition/edition-folder.ts';
import { addEditor } from './editor/editor-stage.ts';
import { planFeedFiles, type PlannedFile } from './feed-files.ts';
import { rowWriter, writeOpenData } from './open-data/open-data.ts';
import type { WrittenRecords } from './open-data/records-writer.ts';
import { copyOriginals } from './originals.ts';
import { planExamplePages, planSharedPages } from './rendering/page-plan.ts';
import type { PageWriter } from './rendering/page-writer.ts';
import { digestSharedContent } from './rendering/shared-content.ts';
import { planDataPage } from './rendering/sized-pages.ts';
import { planSiteFiles } from './site-files.ts';

interface SharedStage {
  edition: EditionFolder;
  pages: PageWriter;
  /** The records of the open data. */
  records: WrittenRecords;
  /** Digest of the program. */
  program: string;
}

/** Puts into the edition what is about several letters or none: open data, pages, feeds, originals. */
export async function writeSharedFiles(
  snapshot: ContentSnapshot,
  { edition, pages, records, program }: SharedStage,
): Promise<void> {
  const rowOf = rowWriter(snapshot.frame.site.url);
  const described = writeOpenData(edition, snapshot, { records: records.file, rowOf, program });
  await pages.write([...planExamplePages(snapshot), planDataPage(described)]);
  const shared = digestSharedContent(snapshot);
  await edition.makeStage(digest('shared pages', program, shared), () =>
    pages.write(planSharedPages(snapshot)),
  );
  await edition.makeStage(digest('feeds', program, shared), () =>
    writeFiles(planFeedFiles(snapshot, rowOf), edition, program),
  );
  await writeFiles(await planSiteFiles(snapshot), edition, program);
  await copyOriginals(edition, snapshot);
  await addEditor(edition, snapshot.frame.site, program);
  writeDiscoveryFiles(edition, snapshot);
}

/** @returns The paths of all. */
async function writeFiles(
  files: readonly PlannedFile[],
  edition: EditionFolder,
  program: string,
): Promise<string[]> {
  for (const { path, key: input, make } of files) {
    const key = digest(program, input);
    if (edition.keep(path, key)) continue;
    edition.write(path, key, make());
    // Threads that this one serves wait no longer than a file takes.
    await setImmediate();
  }
  return files.map(({ path }) => path);
}
