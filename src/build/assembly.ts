import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { address } from '../archive/address.ts';
import type { BuildOptions } from './build-options.ts';
import type { Finding } from '../content-files/finding.ts';
import { ContentError } from './content-error.ts';
import type { ContentSnapshot, Opening } from './content-snapshot.ts';
import { writeBuildInfo } from './edition/build-info.ts';
import type { EditionFolder } from './edition/edition-folder.ts';
import { writeManifest } from './edition/edition-manifest.ts';
import { findRevision, type Revision } from './edition/revision.ts';
import { makeLetterFiles } from './letters/letter-files.ts';
import type { LetterWorkers } from './letters/letter-workers.ts';
import { checkEditionLinks } from './link-check.ts';
import { openRecords, type RecordSource, type WrittenRecords } from './open-data/records-writer.ts';
import { programRoot } from '../program/program-folder.ts';
import { updateQuickFind } from './quick-find-stage.ts';
import type { CompiledPages } from './rendering/compiled-pages.ts';
import { openPageWriter, type PageWriter } from './rendering/page-writer.ts';
import { planArchivePage, planUnsizedPages } from './rendering/sized-pages.ts';
import { writeSharedFiles } from './shared-files.ts';
import { updateSearch, type UpdatedSearch } from './search-stage.ts';

/** What an edition is put together from. */
export interface Assembly {
  options: BuildOptions;
  /** Digest of the program. */
  program: string;
  snapshot: ContentSnapshot;
  edition: EditionFolder;
  templates: CompiledPages;
  workers: LetterWorkers;
  /** Records for the open data that were made before, by the digest of their input. */
  records: ReadonlyMap<string, RecordSource>;
  /** Called when the cache is damaged. */
  onDamage: () => void;
}

/** What the next build needs of an edition. */
export interface Assembled {
  /** SHA-256 of the manifest. */
  manifest: string;
  records: WrittenRecords;
  search: UpdatedSearch;
}

/**
 * Puts an edition together, stage by stage. A stage makes files from the snapshot, and from files that earlier stages
 * made.
 *
 * @throws ContentError when a letter cannot be rendered or a link is broken.
 */
export async function assembleEdition(assembly: Assembly): Promise<Assembled> {
  const { options, program, snapshot, edition, templates, workers, onDamage } = assembly;
  const { content, cache, out } = options;
  const { frame, letters } = snapshot;
  const report = options.onProgress ?? (() => undefined);
  const finding = findRevision(content);
  await copyClientFiles(edition, templates.client, program);

  report({ text: '生成网页', share: 0.2 });
  const pages = openPageWriter(edition, { entry: templates.entry, frame, program });
  const records = openRecords(edition, assembly.records, { program, url: frame.site.url });
  const stage = { edition, workers, records, program, entry: templates.entry };
  const made = await makeLetterFiles(snapshot, stage, (done, total) => {
    report({ text: '生成网页', share: 0.2 + (0.35 * done) / total, done, total });
  });
  // Their memory is needed for the indexes.
  await workers.close();

  report({ text: '建立检索索引', share: 0.6 });
  const written = records.write(letters, made);
  made.clear();
  // The exact index has threads of its own.
  const [search, broken] = await together(
    updateSearch(edition, snapshot, { program, cache, out, onDamage }),
    writeRest(assembly, pages, written),
  );
  if (broken.length > 0) throw new ContentError(broken);

  report({ text: '计算校验值', share: 0.96 });
  const issued = letters.map(({ data }) => data.issuedOn);
  const revision = asOf(await finding, snapshot.opening);
  await writeBuildInfo(edition, { root: programRoot, site: frame.site, revision, issued });
  await pages.write([planArchivePage(edition, snapshot, revision)]);
  return { manifest: writeManifest(edition), records: written, search };
}

/** Writes what is about several letters, and the quick find. @returns The links of the edition that are broken. */
async function writeRest(
  { snapshot, edition, program }: Assembly,
  pages: PageWriter,
  records: WrittenRecords,
): Promise<readonly Finding[]> {
  await writeSharedFiles(snapshot, { edition, pages, records, program });
  const unsized = new Map<string, string>();
  for (const page of planUnsizedPages(snapshot)) unsized.set(page.path, await pages.render(page));
  // A link to a letter that is left out is in order once the letter is.
  for (const id of snapshot.broken) unsized.set(address.reply(id), '');
  // Pagefind is a process of its own; meanwhile this thread follows links.
  const [broken] = await together(
    checkEditionLinks(edition, snapshot, unsized),
    updateQuickFind(edition, snapshot, unsized, program),
  );
  return broken;
}

/** Waits for both, so that neither writes into a folder that is given up. @throws What was thrown. */
async function together<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

/** Copies the stylesheet, the scripts and what else every page links to. */
async function copyClientFiles(edition: EditionFolder, folder: string, program: string): Promise<void> {
  const key = `client ${program}`;
  if (edition.keepAll(key)) return;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    edition.copy(from, from.slice(folder.length + 1).replaceAll('\\', '/'), key);
  }
}

/** The day of an edition: that of its commit, or the later one on which a letter of the commit was first to be public. */
function asOf(revision: Revision, { last }: Opening): Revision {
  const { day } = revision;
  return day !== undefined && last !== undefined && last > day ? { ...revision, day: last } : revision;
}
