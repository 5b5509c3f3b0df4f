import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join, relative } from 'node:path';
import { acceptedEdits, confirmations } from '../convert/confirmation.ts';
import { convert, convertReading, type Conversion } from '../convert/convert.ts';
import { deposit, DepositRefusal, placeOf, planDeposit } from '../convert/deposit.ts';
import { editorValuesIn, withEditorValues, type EditorValues } from '../convert/editor-values.ts';
import { lawBreaks } from '../convert/law.ts';
import { ReadError } from '../convert/readers/reading.ts';
import { UnwritableError } from '../convert/writing.ts';
import { contentFolder } from './content-option.ts';
import { conversionReport } from './convert-report.ts';
import { filesBeside } from './files-beside.ts';
import { printable, printableJson } from './printable.ts';
import { showProgress } from './progress.ts';
import { receivedBytes } from './received-bytes.ts';

/** What `dafu convert` is asked for beside the files. */
export interface ConvertOptions {
  content: string;
  json?: boolean;
  force?: boolean;
  accept?: string[];
  set?: EditorValues;
}

/** Converts received files one by one; what failed is told, sets the exit code and holds up no other file. */
export async function convertFiles(files: readonly string[], options: ConvertOptions): Promise<void> {
  const progress = files.length > 1 && process.stderr.isTTY && !options.json ? showProgress() : undefined;
  const content = options.json ? '' : await contentFolder(options.content);
  for (const [index, file] of files.entries()) {
    progress?.show({ text: printable(file), share: index / files.length });
    try {
      if (options.json) process.stdout.write(`${printableJson((await read(file)).conversion.record)}\n`);
      else process.stdout.write(await convertInto(content, file, options));
    } catch (error) {
      fail(file, error, options.json === true);
    }
  }
  progress?.end();
}

async function read(file: string): Promise<{ bytes: Uint8Array; conversion: Conversion }> {
  const bytes = await receivedBytes(file);
  return { bytes, conversion: await convert(bytes, file, { resolve: filesBeside(file) }) };
}

/** Converts one file into the content folder; gives the report. */
async function convertInto(content: string, file: string, options: ConvertOptions): Promise<string> {
  const who = () => ({ by: editor(), on: today() });
  const { bytes, conversion: plain } = await read(file);
  const state = (conversion: Conversion, values: EditorValues, accepted = who()) =>
    Object.keys(values).length === 0 ? conversion : withEditorValues(conversion, values, accepted);
  const place = await placeOf(content, state(plain, options.set ?? {}).record);
  const log = await readFile(join(content, 'originals', place, 'edits.json'), 'utf8').catch(() => undefined);
  const earlier = acceptedEdits(log, plain.record.sha256);
  const kept = editorValuesIn(earlier);
  const confirm = confirmations(earlier, options.accept ?? [], who);
  const conversion = state(
    confirm ? convertReading(plain.reading, plain.record, { confirm }) : plain,
    { ...kept.values, ...options.set },
    kept.accepted,
  );
  refuseUnlawful(conversion);
  const plan = await planDeposit(content, conversion.record, bytes, conversion.attachments);
  const outcome = await deposit(content, plan, options.force === true);
  const path = printable(relative('', join(content, 'replies', `${plan.id}.md`)));
  // With --force one asks for the letter anew: then the report is given even where nothing changed.
  return outcome === 'unchanged' && options.force !== true
    ? `${printable(file)} → ${path}\n  已经转换过，没有变化。\n`
    : `${printable(file)} → ${path}\n${conversionReport(conversion)}`;
}

/** Nothing is written that differs from its source without a logged reason: that would be a bug here. */
function refuseUnlawful({ record }: Conversion): void {
  const [broken] = lawBreaks(record, record);
  if (broken) throw new Error(`${broken.rule}: ${broken.text.slice(0, 40)}`);
}

/** Tells a failure of one file; the others go on, even where the failure is a bug of the converter. */
function fail(file: string, error: unknown, json: boolean): void {
  const known =
    error instanceof ReadError || error instanceof DepositRefusal || error instanceof UnwritableError;
  const rule = known ? error.rule : 'internal-error';
  const said = error instanceof Error ? error.message : String(error);
  const text = known ? said : `转换程序出错（${said}），没有写入任何文件。请把原件和这条信息报告给维护者。`;
  process.exitCode = 1;
  if (json) process.stdout.write(`${printableJson({ file, error: text })}\n`);
  process.stderr.write(`${printable(file)}:1:1  错误  ${rule}  ${printable(text)}\n`);
  if (!known && process.env.DAFU_DEBUG !== undefined && error instanceof Error)
    process.stderr.write(`${error.stack ?? ''}\n`);
}

/** Who confirms: the name that git signs commits with, else the account's. */
function editor(): string {
  try {
    const name = execFileSync('git', ['config', 'user.name'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (name.trim() !== '') return name.trim();
  } catch {
    // No git, or no name set.
  }
  return userInfo().username;
}

function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
