import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkAroundLetters } from '../../check/check.ts';
import { today } from '../../reply/chinese-date.ts';
import type { BuildOptions } from '../build-options.ts';
import { ContentError } from '../content-error.ts';
import { digestProgram } from '../../program/program-digest.ts';
import { EditionFolder, noFormerFiles } from '../edition/edition-folder.ts';
import { replaceOutput } from '../edition/output-folder.ts';
import { makeLetterFiles } from '../letters/letter-files.ts';
import { openLetterWorkers } from '../letters/letter-workers.ts';
import { openRecords } from '../open-data/records-writer.ts';
import { programRoot } from '../../program/program-folder.ts';
import { joinReading, readLetters } from '../read-content.ts';
import { openCompiledPages, type CompilePages } from '../rendering/compiled-pages.ts';
import { digestContent } from './content-digest.ts';
import { readOtherLetters } from './other-letters.ts';
import { namesOfPart, partFilesFolder, writePartRecord } from './part-record.ts';
import type { ShardNumber } from './shard-number.ts';

/**
 * Builds one part of an edition: all that is made of its letters alone. `--merge` joins the parts.
 *
 * @param shard Which part: the letters are divided evenly, in the order of their ids.
 * @returns How many letters the part has.
 * @throws ContentError when one of its letters breaks a rule.
 */
export async function buildPart(
  options: BuildOptions,
  shard: ShardNumber,
  compilePages: CompilePages,
): Promise<{ letters: number }> {
  const { content, out, base, cache } = options;
  const report = options.onProgress ?? (() => undefined);
  // Originals are read from the content folder that the environment names.
  process.env.DAFU_CONTENT = content;
  const program = await digestProgram();
  const workers = openLetterWorkers(content);
  try {
    report({ text: '检查内容', share: 0 });
    const around = await checkAroundLetters(content);
    const names = around.letters;
    const own = partOf(names, shard);
    const facts = await readLetters(own, new Map(), workers, (done, total) => {
      report({ text: '检查内容', share: (0.4 * done) / total, done, total });
    });
    const mine = new Set(own);
    const others = await readOtherLetters(
      content,
      names.filter((name) => !mine.has(name)),
    );
    const reading = joinReading({ content, base, day: today() }, around, [...facts, ...others]);
    if (reading.findings.some(({ level }) => level === 'error')) throw new ContentError(reading.findings);
    const snapshot = await reading.snapshot();
    const letters = snapshot.letters.filter(({ facts: { name } }) => mine.has(name));
    const templates = await openCompiledPages({ root: programRoot, cache, program }, compilePages);
    try {
      const build = async (staging: string) => {
        const folder = join(staging, partFilesFolder);
        await mkdir(folder);
        const edition = new EditionFolder(folder, noFormerFiles);
        const records = openRecords(edition, new Map(), { program, url: snapshot.frame.site.url });
        const stage = { edition, workers, records, program, entry: templates.entry };
        const made = await makeLetterFiles({ ...snapshot, only: letters }, stage, (done, total) => {
          report({ text: '生成网页', share: 0.4 + (0.6 * done) / total, done, total });
        });
        const written = records.write(letters, made);
        await writePartRecord(staging, {
          shard,
          program,
          content: digestContent(snapshot),
          letters: facts,
          files: [...edition.files],
          records: written.parts,
        });
      };
      await replaceOutput(out, build, { namesOf: namesOfPart });
    } finally {
      await templates.close();
    }
    return { letters: letters.length };
  } finally {
    await workers.close();
  }
}

function partOf(names: readonly string[], { number, count }: ShardNumber): string[] {
  const bound = (at: number) => Math.round((at * names.length) / count);
  return names.slice(bound(number - 1), bound(number));
}
