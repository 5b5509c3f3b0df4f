import { checkAroundLetters } from '../check/check.ts';
import { assembleEdition } from './assembly.ts';
import { today } from '../reply/chinese-date.ts';
import type { BuildOptions } from './build-options.ts';
import { findBrokenLetters } from './broken-letters.ts';
import type { Finding } from '../content-files/finding.ts';
import { ContentError } from './content-error.ts';
import type { Opening } from './content-snapshot.ts';
import { EditionFolder } from './edition/edition-folder.ts';
import { openEditionRecord } from './edition/edition-record.ts';
import { openFileCarrier } from './edition/file-carrier.ts';
import { replaceOutput } from './edition/output-folder.ts';
import { openLetterCache } from './letters/letter-cache.ts';
import { openLetterWorkers } from './letters/letter-workers.ts';
import { openRecordIndex } from './open-data/record-index.ts';
import { digestProgram } from '../program/program-digest.ts';
import { programRoot } from '../program/program-folder.ts';
import { joinReading, readContent } from './read-content.ts';
import { openCompiledPages, type CompilePages } from './rendering/compiled-pages.ts';
import { openParts } from './shards/merged-parts.ts';

export interface BuiltEdition {
  letters: number;
  /** SHA-256 of the edition's manifest, which identifies the whole edition. */
  manifest: string;
  /** Public address of the archive, if `site.yml` gives one. */
  url: string | undefined;
  opening: Opening;
  /** What is wrong with the letters that were left out. */
  broken: readonly Finding[];
}

/**
 * Builds the edition: pages, originals, search index, build info and the manifest, in one folder. Each file is
 * made from a declared input; one whose input is that of the last edition is taken from there.
 *
 * @param options `parts` are the folders of all parts that were built apart, to be joined.
 * @param compilePages Compiles the templates; a parameter, so that the build does not depend on Astro.
 * @throws ContentError when a letter breaks a rule and is not left out, or a link is broken.
 */
export async function buildEdition(
  options: BuildOptions & { parts?: readonly string[] },
  compilePages: CompilePages,
): Promise<BuiltEdition> {
  const { content, out, cache } = options;
  const day = today();
  const onDamage = () => options.onWarning?.('上次构建留下的缓存已损坏，已弃用并重新生成。');
  // Originals are read from the content folder that the environment names.
  process.env.DAFU_CONTENT = content;
  options.onProgress?.({ text: '检查内容', share: 0 });
  const program = await digestProgram();
  const parts = options.parts && (await openParts(options.parts, program));
  const letterCache = await openLetterCache(cache, content, program);
  const record = await openEditionRecord(cache, out);
  const recordIndex = await openRecordIndex(cache, out);
  if (letterCache.damaged || record.damaged || recordIndex.damaged) onDamage();
  const workers = openLetterWorkers(content);
  const former = parts?.former ?? record.former;
  const carrier = openFileCarrier(former);
  // Meanwhile the letters are read.
  const compiling = openCompiledPages({ root: programRoot, cache, program }, compilePages);
  compiling.catch(() => undefined);
  try {
    const { known, measures } = letterCache;
    const onProgress = (done: number, total: number) =>
      options.onProgress?.({ text: '检查内容', share: (0.15 * done) / total, done, total });
    const reading = parts
      ? joinReading({ ...options, day }, await checkAroundLetters(content), parts.letters)
      : await readContent({ ...options, day, known, measures, onProgress }, workers);
    const errors = reading.findings.filter(({ level }) => level === 'error');
    const broken = options.leavesOutBroken === true ? findBrokenLetters(reading.letters, errors) : undefined;
    if (errors.length > 0 && !broken) throw new ContentError(reading.findings);
    const snapshot = await reading.snapshot(broken);
    parts?.requireSameContent(snapshot);
    const templates = await compiling;
    if (templates.damaged) onDamage();
    const fill = async (staging: string) => {
      const folder = new EditionFolder(staging, former, carrier);
      const records = parts?.records ?? recordIndex.sources(folder);
      const assembly = { options, program, snapshot, templates, workers, records, onDamage };
      const made = await folder.fill(() => assembleEdition({ ...assembly, edition: folder }));
      return { edition: folder, assembled: made };
    };
    const { edition, assembled } = await replaceOutput(out, fill, {
      meanwhile: async ({ assembled: { records, search } }) => {
        await recordIndex.keep(records);
        await search.keep();
        if (!parts) await letterCache.keep(reading.letters, snapshot.commonText.measures);
      },
    });
    if (edition.damaged) options.onWarning?.(`${out} 里有文件在上次构建之后被改动过，已重新生成。`);
    // The removal of the former links changes the files' status.
    await record.keep(edition.placedIn(out), edition.stages);
    const { manifest } = assembled;
    const { letters, frame, opening } = snapshot;
    return { letters: letters.length, manifest, url: frame.site.url, opening, broken: errors };
  } finally {
    await workers.close();
    await carrier.close();
    await compiling.then(
      (templates) => templates.close(),
      () => undefined,
    );
  }
}
