import { join, relative } from 'node:path';
import { toPrintable } from '../check/printable-text.ts';
import { readDeskPackage, type DeskPackage } from '../desk/desk-package.ts';
import { openReceivedLetter } from '../desk/received-letter.ts';
import { ReadError } from '../readers/reading.ts';
import { withContentLock } from '../record/content-lock.ts';
import { planLetter, type SavedLetter } from '../record/planned-letter.ts';
import { saveLetter } from '../record/save-letter.ts';
import { openContentFolder } from './content-option.ts';
import { conversionReport } from './convert-report.ts';
import { reportFailure } from './failure-report.ts';
import { readUpTo, withPlainFile } from './plain-file.ts';

/** Larger packages are no single letters. */
const largestPackage = 256 * 2 ** 20;

/** The options of `dafu accept`. */
export interface AcceptCommandOptions {
  content: string;
  force?: boolean;
}

/** Puts letters that were converted at the desk into the content folder; a failure stops no other package. */
export async function acceptPackages(files: readonly string[], options: AcceptCommandOptions): Promise<void> {
  const content = await openContentFolder(options.content);
  for (const file of files)
    try {
      const desk = readDeskPackage(await readPackage(file));
      process.stdout.write(`${toPrintable(file)} → ${await accept(content, desk, options.force === true)}`);
    } catch (error) {
      reportFailure(file, error);
    }
}

function readPackage(file: string): Promise<Uint8Array> {
  return withPlainFile(file, '这是文件夹，不是压缩包。', async (handle, size) => {
    if (size > largestPackage)
      throw new ReadError('too-large', `压缩包超过 ${largestPackage / 2 ** 20} MB，不像收文台保存的文件。`);
    return readUpTo(handle, largestPackage);
  });
}

/**
 * Converts what the package received anew, as the editor decided: what the package says came out is compared, never
 * used.
 */
async function accept(content: string, { received, decisions, letter }: DeskPackage, force: boolean) {
  const opened = await openReceivedLetter(received);
  const conversion = opened.convert(decisions);
  refuseDifference(opened.plan(conversion), letter);
  return withContentLock(content, async () => {
    const plan = planLetter(content, conversion.record, received.bytes, conversion.attachments);
    const path = toPrintable(relative('', join(content, 'replies', `${plan.id}.md`)));
    const outcome = await saveLetter(content, plan, force);
    return outcome === 'unchanged'
      ? `${path}\n  已经收入过，没有变化。\n`
      : `${path}\n${conversionReport(conversion)}`;
  });
}

/** Another version of the program may read the file in another way; then the editor has confirmed something else. */
function refuseDifference({ files }: SavedLetter, letter: ReadonlyMap<string, Uint8Array>): void {
  const isSame =
    files.length === letter.size &&
    files.every(({ path, bytes }) => {
      const shown = letter.get(path.replaceAll('\\', '/'));
      return shown !== undefined && Buffer.compare(shown, bytes) === 0;
    });
  if (!isSame)
    throw new ReadError(
      'desk-differs',
      '按收文台里的原件重新转换，结果与编辑核对过的不一样：收文台与本程序的版本可能不同。没有写入任何文件。请用本程序的 dafu desk 重新生成收文台，再核对一次。',
    );
}
