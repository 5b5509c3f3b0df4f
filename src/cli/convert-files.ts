import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { findCommitments } from '../commitments/find-commitments.ts';
import { ValueRefusal, type EditorValues } from '../convert/editor-values.ts';
import { letterBlocks } from '../markdown/blocks.ts';
import { withContentLock } from '../record/content-lock.ts';
import { IncompleteLetter } from '../record/incomplete-letter.ts';
import type { ConversionRecord } from '../record/record.ts';
import { acceptanceBy } from './acceptance.ts';
import { openSummary, type BatchSummary } from './batch/batch-summary.ts';
import type { OpenReport } from './batch-report/open-report.ts';
import { readValuesTable, type ValuesTable } from './batch/values-table.ts';
import { statedValues, type StatedValues } from './batch/stated-values.ts';
import { openContentFolder } from './content-option.ts';
import { conversionReport } from './convert-report.ts';
import { reportFailure, reportTableFault } from './failure-report.ts';
import { CancelledError } from './new-letter/ask.ts';
import {
  localLetter,
  type ReceivedLetter,
  type ReceivedLetters,
  type ReceivedPaths,
} from './received-letters.ts';
import { toPrintable, toPrintableJson } from '../check/printable-text.ts';
import { cacheFolder } from '../program/program-folder.ts';
import { showProgress, type ProgressDisplay } from './progress.ts';
import { saveConverted, withStated, type SavedConversion } from './save-converted.ts';

/** The options of `dafu convert`. */
export interface ConvertCommandOptions {
  content: string;
  json?: boolean;
  force?: boolean;
  accept?: string[];
  set?: EditorValues;
  /** Path of a table of values for several files. */
  values?: string;
  /** Paths of files that belong to the letter. */
  with?: string[];
  /** The files are the pages of one letter, in this order. */
  pages?: boolean;
  /** Write letters as drafts, which may lack what published ones have. */
  draft?: boolean;
  /** False to ask no questions, even in a terminal. */
  input?: boolean;
  /** How many files are converted at once; all processors when absent. */
  jobs?: number;
  /** The address of a queue whose workers read the files. */
  queue?: string;
  /** A folder for a report on all files. */
  report?: string;
  /** The folder of all caches, where it is not the usual one. */
  cache?: string;
}

/** Converts received files; a failure is reported, sets the exit code and stops no other file. */
export async function convertFiles(files: readonly string[], options: ConvertCommandOptions): Promise<void> {
  const content = options.json ? '' : await openContentFolder(options.content);
  // Of a letter in several images the first names it.
  const named = options.pages ? files.slice(0, 1) : files;
  const table = await readTable(named, options);
  if (table === 'faulty') return;
  const given = { given: options.with ?? [], ...(options.draft && { anyText: true as const }) };
  const received = listReceived(named, options.pages ? files.slice(1) : [], given, table);
  const stated = statedValues(received.length, options.set ?? {}, table);
  const report = await openReportIn(options.report, received.length);
  const summary = openSummary();
  const work = (letters: ReceivedLetters) =>
    convertEach(received, letters, stated, content, options, { report, summary });
  try {
    await convertBy(work, received, options);
  } finally {
    if (received.length > 1 && options.json !== true) process.stdout.write(summary.text(received.length));
    await report?.write();
  }
}

/** A letter of the command, and the index of its file there. */
interface ListedLetter extends ReceivedPaths {
  index: number;
}

/** The letters of a command: each file is one, except for those that a table lists as pages of another. */
function listReceived(
  files: readonly string[],
  pages: readonly string[],
  shared: Pick<ReceivedPaths, 'given' | 'anyText'>,
  table: ValuesTable | undefined,
): ListedLetter[] {
  const rows = [...(table?.rows.values() ?? [])];
  const listed = new Set(rows.flatMap((row) => row.pages.map((path) => resolve(path))));
  return files.flatMap((file, index) => {
    if (listed.has(resolve(file))) return [];
    const inTable = table?.rows.get(index)?.pages ?? [];
    return [{ file, pages: inTable.length > 0 ? inTable : pages, ...shared, index }];
  });
}

/** Converts letters here, in processes of their own, or with the help of a queue. */
async function convertBy(
  work: (letters: ReceivedLetters) => Promise<void>,
  received: readonly ReceivedPaths[],
  options: ConvertCommandOptions,
): Promise<void> {
  const [first] = received;
  const cache = options.cache ?? cacheFolder;
  // Loaded when needed: the client of the queue takes as long to load as a short letter to convert.
  if (options.queue !== undefined) {
    const { withQueuedLetters } = await import('./queue/queued-conversion.ts');
    await withQueuedLetters(options.queue, received, work);
  } else if (received.length === 1 && first) await work(localLetter(first, cache, options.json === true));
  else {
    const { convertInParallel } = await import('./batch/convert-in-parallel.ts');
    await convertInParallel(received, { jobs: options.jobs ?? availableParallelism(), cache }, work);
  }
}

async function openReportIn(folder: string | undefined, count: number): Promise<OpenReport | undefined> {
  if (folder === undefined) return undefined;
  const { openReport } = await import('./batch-report/open-report.ts');
  return openReport(folder, count);
}

/** The table of values, where there is one; its faults are reported, and then nothing is converted. */
async function readTable(
  files: readonly string[],
  { values, json }: ConvertCommandOptions,
): Promise<ValuesTable | undefined | 'faulty'> {
  if (values === undefined) return undefined;
  try {
    const table = await readValuesTable(values, files);
    if (!('faults' in table)) return table;
    for (const fault of table.faults) reportTableFault(values, fault);
  } catch (error) {
    reportFailure(values, error, { json: json === true });
  }
  return 'faulty';
}

async function convertEach(
  all: readonly ListedLetter[],
  letters: ReceivedLetters,
  stated: (index: number) => StatedValues,
  content: string,
  options: ConvertCommandOptions,
  { report, summary }: { report: OpenReport | undefined; summary: BatchSummary },
): Promise<void> {
  const bar = showProgress({ quiet: all.length === 1 || !process.stderr.isTTY || options.json === true });
  const who = acceptanceBy(content);
  try {
    for (const [index, { file, index: place }] of all.entries()) {
      bar.show({ text: toPrintable(file), share: index / all.length, done: index, total: all.length });
      const values = stated(place);
      try {
        // Reading takes long, for a scan minutes; only what chooses the letter's place and writes it is locked.
        const received = { file, ...(await letters.read(index)) };
        bar.pause();
        if (options.json) {
          const { record } = withStated(received.conversion, values, who);
          process.stdout.write(`${toPrintableJson(withCommitments(record))}\n`);
        } else {
          const saved = await saveOrAsk(content, received, values, options, who, bar);
          const path = toPrintable(relative('', join(content, 'replies', `${saved.id}.md`)));
          process.stdout.write(describeSaved(path, file, saved, options.force === true));
          report?.saved(file, saved);
          summary.saved(saved, path);
        }
        await letters.saved(index);
      } catch (error) {
        bar.pause();
        if (letters.isLost(error) || error instanceof CancelledError) throw error;
        const stating = error instanceof ValueRefusal ? values.placeOf(error.field) : undefined;
        report?.failed(file, error);
        summary.failed();
        reportFailure(file, error, { json: options.json === true, ...(stating && { place: stating }) });
      }
    }
  } finally {
    bar.end();
  }
}

/** Saves a letter; in a terminal what it lacks is asked for. */
async function saveOrAsk(
  content: string,
  received: ReceivedLetter & { file: string },
  values: StatedValues,
  options: ConvertCommandOptions,
  who: ReturnType<typeof acceptanceBy>,
  bar: ProgressDisplay,
): Promise<SavedConversion> {
  const { force = false, draft = false, accept = [], with: given = [] } = options;
  const save = (stated: StatedValues) =>
    withContentLock(content, () =>
      saveConverted(content, received, { force, draft, accept, given, values: stated, who }),
    );
  try {
    return await save(values);
  } catch (error) {
    const isAskable = error instanceof IncompleteLetter && options.input !== false && process.stdin.isTTY;
    if (!isAskable) throw error;
    bar.pause();
    const { askMissing } = await import('./batch/ask-missing.ts');
    const stated = { ...values.shared, ...values.own };
    const doubtful = received.conversion.doubtful.filter(({ field }) => stated[field] === undefined);
    const answers = await askMissing(received.file, error.missing, doubtful);
    return save({ ...values, own: { ...values.own, ...answers } });
  }
}

/** The record with what the letter's agency undertakes. */
function withCommitments(record: ConversionRecord): object {
  const commitments = findCommitments(letterBlocks(record.body), record.frontmatter);
  return {
    ...record,
    commitments: commitments.map(({ text, kind, by, due }) => ({ text, kind, by, due })),
  };
}

/** Says what became of a file. */
function describeSaved(path: string, file: string, saved: SavedConversion, isForced: boolean): string {
  const head = `${toPrintable(file)} → ${path}\n`;
  // With --force the letter is asked for anew, so the report is given even where nothing changed.
  if (saved.outcome === 'unchanged' && !isForced) return `${head}  已经转换过，没有变化。\n`;
  return `${head}${conversionReport(saved.conversion, saved)}`;
}
