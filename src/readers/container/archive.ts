import { joinReadings } from '../joined-reading.ts';
import { ReadError, type Attachment, type PageStart, type Reading } from '../reading.ts';
import { savedWithPages } from '../html/own-folder.ts';
import { mostPages } from '../page-limit.ts';
import { openZip } from '../zip-archive.ts';
import { besideNames, containedLetter } from './contained-letter.ts';
import { fileKind, type FileKind } from './file-kind.ts';
import { chooseLetter, type Candidate } from './letter-choice.ts';

/** Reads a file of an archive; `resolve` finds those saved with a page, beside it. */
export type ArchiveFileReader = (
  bytes: Uint8Array,
  resolve: (path: string) => Uint8Array | undefined,
) => Promise<Reading>;

/** Reads images as the pages of one letter, like `readScan`. */
export type PicturesReader = (first: Uint8Array, others: readonly Attachment[]) => Promise<Reading>;

interface ArchiveFile extends Attachment {
  path: string;
  kind: FileKind;
}

/** An archive of one letter has some dozens of files. */
const most = { files: 500, pages: mostPages };
/** What file managers add, and paths that lead out of the archive. */
const ignored = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)|^\/|^[a-z]:/i;

/**
 * Reads a ZIP that holds one letter: a document with what belongs to it, or the pages of a letter as pictures or PDFs, in
 * the order of the numbers in their names. Archives inside are not opened.
 *
 * @throws ReadError `several-letters`, `archive-file` without a letter, `too-large`, and those of `openZip`.
 */
export async function readArchive(
  bytes: Uint8Array,
  readFile: ArchiveFileReader,
  readPictures: PicturesReader,
): Promise<Reading> {
  const zip = openZip(bytes);
  const paths = zip.names.filter((path) => !ignored.test(path)).sort(byNumber);
  if (paths.length > most.files)
    throw new ReadError(
      'too-large',
      `压缩包里有 ${paths.length} 个文件，不像一件答复。请把要转换的那一件取出来，单独转换。`,
    );
  const resolveFrom = (page: string) => (path: string) =>
    zip.read(page.slice(0, page.lastIndexOf('/') + 1) + path);
  const isSaved = savedWithPages(paths);
  const files = paths
    .filter((path) => !isSaved(path))
    .map((path): ArchiveFile => {
      const content = zip.read(path) ?? new Uint8Array();
      return { path, name: path.split('/').at(-1) ?? path, bytes: content, kind: fileKind(content, path) };
    });
  const readings = new Map<ArchiveFile, Reading>();
  const read = async (file: ArchiveFile): Promise<Reading> => {
    const reading = readings.get(file) ?? (await readFile(file.bytes, resolveFrom(file.path)));
    readings.set(file, reading);
    return reading;
  };
  const documents = files.filter(({ kind }) => kind === 'document' || kind === 'text');
  const pictures = files.filter(({ kind }) => kind === 'picture');
  if (documents.length === 0 && pictures.length > 0)
    return readPages(pictures, files, () => joinPictures(pictures, files, readPictures));
  const candidates = documents.map((file): Candidate => ({ name: file.path, read: () => read(file) }));
  const { candidate, reading } = await chooseLetter(
    candidates,
    '压缩包',
    'archive-file',
    files.map(({ path }) => path),
  );
  if (areNumbered(documents)) return readPages(documents, files, () => joinDocuments(documents, read));
  return containedLetter(reading, 'zip', files, [
    `答复取自压缩包里的“${candidate.name}”。压缩包里共有 ${files.length} 个文件，都作为附件保留。请核对。`,
  ]);
}

/** The pages of one letter, one a file. */
async function readPages(
  pages: readonly ArchiveFile[],
  files: readonly ArchiveFile[],
  read: () => Promise<Reading>,
): Promise<Reading> {
  if (pages.length > most.pages)
    throw new ReadError(
      'too-many-pages',
      `压缩包里有 ${pages.length} 页，不像一件答复。请只留下答复所在的几页，再转换。`,
    );
  const named = pages.map(({ name }) => name).join('、');
  return containedLetter(await read(), 'zip', files, [
    `压缩包里的 ${pages.length} 个文件按编号的先后作为一件答复的各页：${named.slice(0, 200)}。请核对次序。`,
  ]);
}

async function joinDocuments(
  pages: readonly ArchiveFile[],
  read: (file: ArchiveFile) => Promise<Reading>,
): Promise<Reading> {
  const readings: Reading[] = [];
  for (const page of pages) readings.push(await read(page));
  const [first, ...others] = readings;
  if (!first) throw new ReadError('archive-file', '压缩包里没有文件。请向来源重新索取。');
  return joinReadings(first, others);
}

/** A paragraph may go on from one picture to the next: they are read together. */
async function joinPictures(
  [first, ...others]: readonly ArchiveFile[],
  files: readonly ArchiveFile[],
  readPictures: PicturesReader,
): Promise<Reading> {
  if (!first) throw new ReadError('archive-file', '压缩包里没有文件。请向来源重新索取。');
  const reading = await readPictures(
    first.bytes,
    others.map(({ path, bytes }) => ({ name: path, bytes })),
  );
  // All files are kept in their order, under these names.
  const kept = besideNames(files);
  const pages = reading.pages?.map(({ name = first.path, ...place }): PageStart => {
    const at = files.findIndex(({ path }) => path === name);
    return { name: kept[at] ?? name, ...place };
  });
  return { ...reading, attachments: [], ...(pages && { pages }) };
}

/** Whether several documents are of one kind and differ in the number of their names alone: 1.pdf, 2.pdf. */
function areNumbered(documents: readonly ArchiveFile[]): boolean {
  const stems = new Set(documents.map(({ path }) => path.replace(/\d+/gu, '#')));
  return documents.length > 1 && stems.size === 1 && documents.every(({ path }) => /\.pdf$/i.test(path));
}

const { compare: byNumber } = new Intl.Collator('en', { numeric: true });
