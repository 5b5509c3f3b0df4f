import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkAroundLetters } from '../check/check.ts';
import type { BuildOptions } from './build-options.ts';
import { digestProgram } from './program-digest.ts';
import { programRoot } from './program-root.ts';
import { ContentError } from './content-error.ts';
import { findCommit, writeBuildInfo } from './edition/build-info.ts';
import { EditionFolder } from './edition/edition-folder.ts';
import { writeManifest } from './edition/edition-manifest.ts';
import { openEditionRecord } from './edition/edition-record.ts';
import { replaceOutput } from './edition/output-folder.ts';
import { writeDiscoveryFiles } from './discovery-files.ts';
import { planFeedFiles } from './feed-files.ts';
import { openLetterCache } from './letters/letter-cache.ts';
import { makeLetterFiles } from './letters/letter-files.ts';
import { openLetterWorkers } from './letters/letter-workers.ts';
import { checkEditionLinks } from './link-check.ts';
import { rowWriter, writeOpenData } from './open-data/open-data.ts';
import { openRecordIndex } from './open-data/record-index.ts';
import { openRecords } from './open-data/records-writer.ts';
import { copyOriginals } from './originals.ts';
import { planArchivePage, planDataPage, planUnsizedPages } from './rendering/sized-pages.ts';
import { openCompiledPages, type CompilePages } from './rendering/compiled-pages.ts';
import { planPages } from './rendering/page-plan.ts';
import { openPageWriter } from './rendering/page-writer.ts';
import { joinReading, readContent } from './read-content.ts';
import { openParts } from './shards/merged-parts.ts';
import { updateQuickFind } from './quick-find-stage.ts';
import { updateSearch } from './search-stage.ts';

export interface BuiltEdition {
  letters: number;
  /** SHA-256 of the edition's manifest, which identifies the whole edition. */
  manifest: string;
  /** Public address of the archive, if `site.yml` gives one. */
  url: string | undefined;
}

/**
 * Builds the edition: pages, originals, search index, build info and the manifest, in one folder. Each file is
 * made from a declared input; one whose input is that of the last edition is taken from there.
 *
 * @param options `parts` are the folders of all parts that were built apart, to be joined.
 * @param compilePages Compiles the templates; a parameter, so that the build does not depend on Astro.
 * @throws ContentError when a letter breaks a rule or a link is broken.
 */
export async function buildEdition(
  options: BuildOptions & { parts?: readonly string[] },
  compilePages: CompilePages,
): Promise<BuiltEdition> {
  const { content, out, cache, parts: folders } = options;
  const report = options.onProgress ?? (() => undefined);
  const damaged = () => options.onWarning?.('上次构建留下的缓存已损坏，已弃用并重新生成。');
  // Originals are read from the content folder that the environment names.
  process.env.DAFU_CONTENT = content;
  const program = await digestProgram(programRoot);
  const workers = openLetterWorkers(content);
  try {
    report({ text: '检查内容', share: 0 });
    const parts = folders && (await openParts(folders, program));
    const letterCache = await openLetterCache(cache, content, program);
    if (letterCache.damaged) damaged();
    const { known } = letterCache;
    const onProgress = (done: number, total: number) => {
      report({ text: '检查内容', share: (0.15 * done) / total, done, total });
    };
    const reading = parts
      ? joinReading(options, await checkAroundLetters(content), parts.letters)
      : await readContent({ ...options, known, onProgress }, workers);
    if (reading.findings.some(({ level }) => level === 'error')) throw new ContentError(reading.findings);
    const snapshot = await reading.snapshot();
    parts?.requireSameContent(snapshot);
    const { letters, frame } = snapshot;
    let manifest = '';
    const record = await openEditionRecord(cache, out);
    const recordIndex = await openRecordIndex(cache, out);
    if (record.damaged || recordIndex.damaged) damaged();
    const placed = await replaceOutput(out, async (staging) => {
      const edition = new EditionFolder(staging, parts?.former ?? record.former);
      const commit = findCommit(content);
      const templates = await openCompiledPages({ root: programRoot, cache, program }, compilePages);
      if (templates.damaged) damaged();
      try {
        await copyClientFiles(edition, templates.client, program);
        report({ text: '生成网页', share: 0.2 });
        const pages = openPageWriter(edition, { entry: templates.entry, frame, program });
        const sources = parts?.records ?? recordIndex.sources(edition);
        const records = openRecords(edition, sources, { program, url: frame.site.url });
        const made = await makeLetterFiles(
          snapshot,
          { edition, workers, records, program, entry: templates.entry },
          (done, total) => {
            report({ text: '生成网页', share: 0.2 + (0.35 * done) / total, done, total });
          },
        );
        const rowOf = rowWriter(frame.site.url);
        const written = records.write(letters, made);
        const described = writeOpenData(edition, snapshot, written.file, rowOf);
        await pages.write([...planPages(snapshot), planDataPage(described)]);
        for (const { path, key, make } of planFeedFiles(snapshot, rowOf))
          if (!edition.keep(path, key)) edition.write(path, key, make());
        report({ text: '建立检索索引', share: 0.6 });
        const unsized = new Map<string, string>();
        for (const page of planUnsizedPages(snapshot)) unsized.set(page.path, await pages.render(page));
        // Pagefind is a process of its own.
        const [search] = await Promise.all([
          updateSearch(edition, snapshot, { program, cache, out, onDamage: damaged }),
          updateQuickFind(edition, snapshot, unsized, program),
        ]);
        report({ text: '复制原件', share: 0.95 });
        await copyOriginals(edition, snapshot);
        writeDiscoveryFiles(edition, snapshot);
        report({ text: '计算校验值', share: 0.96 });
        const issued = letters.map(({ data }) => data.issuedOn);
        await writeBuildInfo(edition, { root: programRoot, commit: await commit, issued });
        await pages.write([planArchivePage(edition, snapshot, await commit)]);
        manifest = writeManifest(edition);
        report({ text: '检查链接', share: 0.98 });
        const broken = await checkEditionLinks(edition, content);
        if (broken.length > 0) throw new ContentError(broken);
        if (edition.damaged) options.onWarning?.(`${out} 里有文件在上次构建之后被改动过，已重新生成。`);
        return { edition, written, search };
      } finally {
        await templates.close();
      }
    });
    await record.keep(placed.edition.placedIn(out));
    await recordIndex.keep(placed.written);
    await placed.search.keep();
    if (!parts) await letterCache.keep(reading.letters);
    return { letters: letters.length, manifest, url: frame.site.url };
  } finally {
    await workers.close();
  }
}

/** Copies the stylesheet, the scripts and what else every page links to. */
async function copyClientFiles(edition: EditionFolder, folder: string, program: string): Promise<void> {
  if (edition.keepAll(`client ${program}`)) return;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    edition.copy(from, from.slice(folder.length + 1).replaceAll('\\', '/'), `client ${program}`);
  }
}
