import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestProgram } from './program-digest.ts';
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
import { openRecords } from './open-data/records-writer.ts';
import { copyOriginals } from './originals.ts';
import { planArchivePage } from './rendering/archive-plan.ts';
import { openCompiledPages, type CompilePages } from './rendering/compiled-pages.ts';
import { planPages } from './rendering/page-plan.ts';
import { openPageWriter } from './rendering/page-writer.ts';
import { readContent } from './read-content.ts';
import { updateSearch } from './search-stage.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where builds work and keep what the next build may reuse. */
export const cacheFolder = join(root, '.cache');

export interface BuildOptions {
  /** Absolute path of the content folder. */
  content: string;
  /** Absolute path of the output folder. Its contents are replaced once the build has succeeded. */
  out: string;
  /** Path under which the site is served. Only `404.html` depends on it: all other links are relative. */
  base: string;
  /** Where to keep what the next build may reuse: a folder below the project's root. */
  cache?: string;
  /** Receives each step, and how much of the work is done when it begins (0–1). */
  onProgress?: (step: { text: string; share?: number; done?: number; total?: number }) => void;
  /** Receives warnings for the editor, in Chinese; the build continues. */
  onWarning?: (text: string) => void;
}

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
 * @param compilePages Compiles the templates; a parameter, so that the build does not depend on Astro.
 * @throws ContentError when a letter breaks a rule or a link is broken.
 */
export async function buildEdition(options: BuildOptions, compilePages: CompilePages): Promise<BuiltEdition> {
  const { content, out, cache = cacheFolder } = options;
  const report = options.onProgress ?? (() => undefined);
  const damaged = () => options.onWarning?.('上次构建留下的缓存已损坏，已弃用并重新生成。');
  // Pages read the content folder from the environment.
  process.env.DAFU_CONTENT = content;
  const program = await digestProgram(root);
  const workers = openLetterWorkers(content);
  try {
    report({ text: '检查内容', share: 0 });
    const letterCache = await openLetterCache(cache, content, program);
    if (letterCache.damaged) damaged();
    const { known } = letterCache;
    const onProgress = (done: number, total: number) => {
      report({ text: '检查内容', share: (0.15 * done) / total, done, total });
    };
    const reading = await readContent({ ...options, known, onProgress }, workers);
    if (reading.findings.some(({ level }) => level === 'error')) throw new ContentError(reading.findings);
    const snapshot = await reading.snapshot();
    const { letters, frame } = snapshot;
    let manifest = '';
    const record = await openEditionRecord(cache, out);
    if (record.damaged) damaged();
    const placed = await replaceOutput(out, async (staging) => {
      const edition = new EditionFolder(staging, out, record.placed);
      const commit = findCommit(content);
      const templates = await openCompiledPages({ root, cache, program }, compilePages);
      if (templates.damaged) damaged();
      try {
        await copyClientFiles(edition, templates.client, program);
        report({ text: '生成网页', share: 0.2 });
        const pages = openPageWriter(edition, { entry: templates.entry, frame, program });
        const records = await openRecords(edition, { cache, out, program, url: frame.site.url });
        if (records.damaged) damaged();
        const made = await makeLetterFiles(
          snapshot,
          { edition, workers, records, program, entry: templates.entry },
          (done, total) => {
            report({ text: '生成网页', share: 0.2 + (0.35 * done) / total, done, total });
          },
        );
        const rowOf = rowWriter(frame.site.url);
        const described = writeOpenData(edition, snapshot, records.write(letters, made), rowOf);
        await pages.write(planPages(snapshot, { described }));
        for (const { path, key, make } of planFeedFiles(snapshot, rowOf))
          if (!edition.keep(path, key)) edition.write(path, key, make());
        report({ text: '建立检索索引', share: 0.6 });
        await updateSearch(edition, snapshot, program);
        report({ text: '复制原件', share: 0.95 });
        await copyOriginals(edition, snapshot);
        writeDiscoveryFiles(edition, snapshot);
        report({ text: '计算校验值', share: 0.96 });
        const issued = letters.map(({ data }) => data.issuedOn);
        await writeBuildInfo(edition, { root, commit: await commit, issued });
        await pages.write([planArchivePage(edition, snapshot, await commit)]);
        manifest = writeManifest(edition);
        report({ text: '检查链接', share: 0.98 });
        const broken = await checkEditionLinks(edition, content);
        if (broken.length > 0) throw new ContentError(broken);
        if (edition.damaged) options.onWarning?.(`${out} 里有文件在上次构建之后被改动过，已重新生成。`);
        return { edition, records };
      } finally {
        await templates.close();
      }
    });
    await record.keep(placed.edition.place());
    await placed.records.keep();
    await letterCache.keep(reading.letters);
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
