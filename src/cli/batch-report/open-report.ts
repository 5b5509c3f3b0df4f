import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { programVersion } from '../../program/program-version.ts';
import { today } from '../../reply/chinese-date.ts';
import { describeStorageFault } from '../../storage/storage-fault.ts';
import type { SavedConversion } from '../save-converted.ts';
import type { BatchReport, ReportedFile } from './report-form.ts';
import { writeBatchPage } from './report-page.ts';
import { reportFailed, reportSaved } from './reported-file.ts';

/** A report that grows with each file, of which it keeps little. */
export interface OpenReport {
  saved: (file: string, saved: SavedConversion) => void;
  failed: (file: string, error: unknown) => void;
  /** Writes `report.html` and `report.json`. @throws Error in Chinese when that is not possible. */
  write: () => Promise<void>;
}

/** The most bytes of pictures in the page, which a browser has to hold; of the rest it gives the paths. */
const mostPictureBytes = 20 * 2 ** 20;

/**
 * Opens the report on the files of a command.
 *
 * @param folder Is made where it is not there.
 * @param count How many files there are.
 * @throws Error in Chinese when the folder cannot be made.
 */
export async function openReport(folder: string, count: number): Promise<OpenReport> {
  const files: ReportedFile[] = [];
  const pictures = new Map<string, Uint8Array>();
  let left = mostPictureBytes;
  const writing = async (work: Promise<unknown>) => {
    await work.catch((error: unknown) => {
      throw new Error(`${describeStorageFault(error, folder)}没有写入转换报告。`, { cause: error });
    });
  };
  await writing(mkdir(folder, { recursive: true }));
  return {
    saved(file, saved) {
      const reported = reportSaved(file, saved);
      files.push(reported);
      const bytes = new Map(saved.conversion.attachments.map((one) => [one.name, one.bytes]));
      for (const { picture } of reported.doubts) {
        const png = bytes.get(picture.slice(`originals/${saved.id}/`.length));
        if (!png || png.length > left) continue;
        left -= png.length;
        pictures.set(picture, png);
      }
    },
    failed(file, error) {
      files.push(reportFailed(file, error));
    },
    async write() {
      const report = completeReport(files, count);
      await writing(replaceFile(join(folder, 'report.json'), `${JSON.stringify(report, undefined, 1)}\n`));
      await writing(replaceFile(join(folder, 'report.html'), writeBatchPage(report, pictures)));
    },
  };
}

/** Puts the files in order, what was not converted first, then the most doubtful. */
export function completeReport(files: readonly ReportedFile[], count: number): BatchReport {
  const of = (status: ReportedFile['status']) => files.filter((one) => one.status === status).length;
  const rank = ({ status, doubt }: ReportedFile) => (status === 'failed' ? Infinity : doubt);
  return {
    version: 1,
    program: programVersion(),
    on: today(),
    counts: {
      files: count,
      written: of('written'),
      drafts: of('draft'),
      unchanged: of('unchanged'),
      failed: of('failed'),
      left: count - files.length,
    },
    files: files.toSorted((a, b) => (rank(a) === rank(b) ? b.doubt - a.doubt : rank(b) - rank(a))),
  };
}

/** Never leaves half a file in the place of a whole one. */
async function replaceFile(path: string, text: string): Promise<void> {
  const unfinished = `${path}.unfinished`;
  await writeFile(unfinished, text);
  await rename(unfinished, path);
}
