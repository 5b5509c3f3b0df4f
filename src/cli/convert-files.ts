import { join, relative } from 'node:path';
import { findCommitments } from '../commitments/find-commitments.ts';
import { confirmations, readAcceptedEdits } from '../convert/confirmation.ts';
import { convertReading, type Conversion } from '../convert/convert.ts';
import { letterBlocks } from '../markdown/blocks.ts';
import { withContentLock } from '../record/content-lock.ts';
import { placeOf, planLetter } from '../record/planned-letter.ts';
import { saveLetter } from '../record/save-letter.ts';
import { editorValuesIn, withEditorValues, type EditorValues } from '../convert/editor-values.ts';
import { fidelityBreaks } from '../record/fidelity-check.ts';
import type { Acceptance, ConversionRecord } from '../record/record.ts';
import { acceptanceBy } from './acceptance.ts';
import { openContentFolder } from './content-option.ts';
import { readEarlierFiles, withEarlierFiles } from './earlier-files.ts';
import { conversionReport } from './convert-report.ts';
import { reportFailure } from './failure-report.ts';
import { localLetters, type ReceivedLetter, type ReceivedLetters } from './received-letters.ts';
import { toPrintable, toPrintableJson } from '../check/printable-text.ts';
import { showProgress } from './progress.ts';

/** The options of `dafu convert`. */
export interface ConvertCommandOptions {
  content: string;
  json?: boolean;
  force?: boolean;
  accept?: string[];
  set?: EditorValues;
  /** Paths of files that belong to the letter. */
  with?: string[];
  /** The address of a queue whose workers read the files. */
  queue?: string;
}

/** Converts received files one by one; a failure is reported, sets the exit code and stops no other file. */
export async function convertFiles(files: readonly string[], options: ConvertCommandOptions): Promise<void> {
  const content = options.json ? '' : await openContentFolder(options.content);
  if (options.queue === undefined) {
    await convertEach(files, localLetters(files, options.with ?? []), content, options);
    return;
  }
  // Loaded when needed: the client of the queue takes as long to load as a short letter to convert.
  const { withQueuedLetters } = await import('./queue/queued-conversion.ts');
  await withQueuedLetters(options.queue, files, options.with ?? [], (letters) =>
    convertEach(files, letters, content, options),
  );
}

async function convertEach(
  files: readonly string[],
  letters: ReceivedLetters,
  content: string,
  options: ConvertCommandOptions,
): Promise<void> {
  const progress = files.length > 1 && process.stderr.isTTY && !options.json ? showProgress() : undefined;
  const who = acceptanceBy(content);
  try {
    for (const [index, file] of files.entries()) {
      progress?.show({ text: toPrintable(file), share: index / files.length });
      try {
        // Reading takes long, for a scan minutes; only what chooses the letter's place and writes it is locked.
        const received = { file, ...(await letters.read(index)) };
        process.stdout.write(
          options.json
            ? `${toPrintableJson(withCommitments(received.conversion.record))}\n`
            : await withContentLock(content, () => saveInto(content, received, options, who)),
        );
        await letters.saved(index);
      } catch (error) {
        if (letters.isLost(error)) throw error;
        reportFailure(file, error, options.json === true);
      }
    }
  } finally {
    progress?.end();
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

async function saveInto(
  content: string,
  { file, bytes, conversion: plain }: ReceivedLetter & { file: string },
  options: ConvertCommandOptions,
  who: () => Acceptance,
): Promise<string> {
  const state = (conversion: Conversion, values: EditorValues, accepted?: Acceptance) =>
    Object.keys(values).length === 0 ? conversion : withEditorValues(conversion, values, accepted ?? who());
  const place = await placeOf(content, state(plain, options.set ?? {}).record);
  const folder = join(content, 'originals', place);
  const earlier = await readAcceptedEdits(folder, plain.record.sha256);
  const kept = editorValuesIn(earlier);
  const files = await readEarlierFiles(folder, plain.record.sha256);
  const given = { file, bytes, given: options.with ?? [] };
  const complete = await withEarlierFiles(plain, given, folder, files);
  const confirm = confirmations(earlier, options.accept ?? [], who);
  const conversion = state(
    confirm ? convertReading(complete.reading, complete.record, { confirm }) : complete,
    { ...kept.values, ...options.set },
    kept.accepted,
  );
  refuseUnfaithful(conversion);
  const plan = await planLetter(content, conversion.record, bytes, conversion.attachments);
  const outcome = await saveLetter(content, plan, options.force === true);
  const path = toPrintable(relative('', join(content, 'replies', `${plan.id}.md`)));
  const names = new Set(conversion.record.attachments?.map(({ name }) => name));
  const removed = files.map(({ name }) => name).filter((name) => !names.has(name));
  // With --force the letter is asked for anew, so the report is given even where nothing changed.
  return outcome === 'unchanged' && options.force !== true
    ? `${toPrintable(file)} → ${path}\n  已经转换过，没有变化。\n`
    : `${toPrintable(file)} → ${path}\n${conversionReport(conversion, removed)}`;
}

/** Refuses to write what differs from its source without a logged reason, which would be a bug here. */
function refuseUnfaithful({ record }: Conversion): void {
  const [broken] = fidelityBreaks(record, record);
  if (broken) throw new Error(`${broken.rule}: ${broken.text.slice(0, 40)}`);
}
