import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLetterBytes, readLetterFile } from '../content-files/letter-file.ts';
import type { Finding } from '../content-files/finding.ts';
import { addressImages } from '../markdown/image-addresses.ts';
import { writeLetter } from '../markdown/write-letter.ts';
import { frontmatterSchema, type Frontmatter } from '../reply/frontmatter.ts';
import { replyId, replyYear } from '../reply/identifier.ts';
import { editsFileName, editsFileSchema, readEditsFile, serialiseEditsFile } from './edits-file.ts';
import type { SaveRefusalCode } from './message-codes.ts';
import { originalName } from './original-name.ts';
import type { Attachment } from '../readers/reading.ts';
import type { ConversionRecord } from './record.ts';
import { writeTogether, type PlannedFile } from './writing.ts';

/** Thrown when a letter is not written; the message says in Chinese why and what to do. */
export class SaveRefusal extends Error {
  /** A code of the messages, or the rule of the content check that the letter would break. */
  readonly code: string;
  constructor(reason: SaveRefusalCode | Finding, message: string) {
    super(message);
    this.code = typeof reason === 'string' ? reason : reason.rule;
  }
}

/** The files of a letter in the content folder. */
export interface SavedLetter {
  /** `<year>/<id>` */
  id: string;
  files: PlannedFile[];
}

/**
 * Gives the place of a letter, `<year>/<id>`. An id that another letter has gets a suffix; the same
 * received file finds its own place again.
 *
 * @param content The content folder.
 * @throws SaveRefusal for a letter without any date.
 */
export async function placeOf(content: string, record: ConversionRecord): Promise<string> {
  const year = replyYear(record.frontmatter);
  if (year === undefined)
    throw new SaveRefusal(
      'no-date',
      '没有识别出成文日期和发布日期，无法归入年份。请核对原件，用 --set 补上，例如 --set issuedOn=2019-06-10。',
    );
  return `${year}/${await freeId(content, year, replyId(record.frontmatter, record.sha256), record)}`;
}

/**
 * Plans where a converted letter goes: the Markdown, the received file, what came with it and edits.json.
 *
 * @param content The content folder.
 * @throws SaveRefusal when the letter lacks what the archive needs.
 */
export async function planLetter(
  content: string,
  record: ConversionRecord,
  bytes: Uint8Array,
  attachments: readonly Attachment[] = [],
): Promise<SavedLetter> {
  const place = await placeOf(content, record);
  const [year = '', id = ''] = place.split('/');
  const name = originalName(record.file);
  const frontmatter = {
    ...record.frontmatter,
    source: { ...record.frontmatter.source, file: `${place}/${name}`, sha256: record.sha256 },
  };
  refuseIncomplete(frontmatter);
  const originals = join('originals', year, id);
  const body = addressImages(
    record.body,
    place,
    attachments.map((one) => one.name),
  );
  const letter = Buffer.from(writeLetter(frontmatter, body));
  refuseUnreadable(place, letter);
  return {
    id: place,
    files: [
      ...attachments.map((one) => ({ path: join(originals, one.name), bytes: one.bytes })),
      { path: join(originals, name), bytes },
      {
        path: join(originals, editsFileName),
        bytes: Buffer.from(serialiseEditsFile({ ...record, file: name })),
      },
      { path: join('replies', year, `${id}.md`), bytes: letter },
    ],
  };
}

/**
 * Writes a planned letter unless it is unchanged. Removes what an earlier conversion wrote for the same letter
 * and this one no longer names.
 *
 * @returns `written` or `unchanged`.
 * @throws SaveRefusal when another version is there and `force` is not given.
 */
export async function saveLetter(
  content: string,
  { id, files }: SavedLetter,
  force: boolean,
): Promise<'written' | 'unchanged'> {
  const present = await Promise.all(
    files.map(({ path }) => readFile(join(content, path)).catch(() => undefined)),
  );
  if (files.every(({ bytes }, index) => present[index]?.equals(bytes))) return 'unchanged';
  const differing = files.filter(({ bytes }, index) => present[index] && !present[index].equals(bytes));
  if (differing.length > 0 && !force)
    throw new SaveRefusal(
      'exists',
      `${id} 已经有了，内容不同（${differing.map(({ path }) => path).join('、')}），没有覆盖。确要覆盖请加 --force。`,
    );
  const planned = new Set(files.map(({ path }) => path));
  const earlier = await recordedFiles(content, join('originals', id));
  await writeTogether(
    content,
    files,
    earlier.filter((path) => !planned.has(path)),
  );
  return 'written';
}

const recordedFields = editsFileSchema.pick({ file: true, sha256: true, attachments: true });

/**
 * The received file and its attachments that the edits.json of a folder names, where they still are as they
 * were written: files that others added or changed are not removed.
 */
async function recordedFiles(content: string, folder: string): Promise<string[]> {
  const reading = await readEditsFile(join(content, folder), recordedFields);
  if (reading.status !== 'read') return [];
  const { file, sha256, attachments = [] } = reading.record;
  const names = [{ name: file, sha256 }, ...attachments];
  const files = names.filter(({ name }) => originalName(name) === name);
  const checked = await Promise.all(
    files.map(async ({ name, sha256 }) => {
      const bytes = await readFile(join(content, folder, name)).catch(() => undefined);
      return bytes && createHash('sha256').update(bytes).digest('hex') === sha256 ? [join(folder, name)] : [];
    }),
  );
  return checked.flat();
}

/** The id, with a suffix where it belongs to another letter. */
async function freeId(content: string, year: string, id: string, record: ConversionRecord): Promise<string> {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? id : `${id}-${count}`;
    const there = await frontmatterOf(content, `${year}/${candidate}.md`);
    if (there === undefined || isSameLetter(there, record)) return candidate;
  }
}

/** The same received file, or another copy of the letter with the same document number or issuer and day. */
function isSameLetter(there: Partial<Frontmatter>, { sha256, frontmatter }: ConversionRecord): boolean {
  // A file that is no letter any more is not another letter: it may only be overwritten by force.
  if (there.source?.sha256 === sha256 || Object.keys(there).length === 0) return true;
  if (there.documentNumber !== undefined || frontmatter.documentNumber !== undefined)
    return there.documentNumber === frontmatter.documentNumber;
  return there.issuer === frontmatter.issuer && there.issuedOn === frontmatter.issuedOn;
}

/** The frontmatter of a letter, valid or not; undefined when there is no such file. */
async function frontmatterOf(content: string, name: string): Promise<Partial<Frontmatter> | undefined> {
  const { data, findings } = await readLetterFile(content, name);
  if (findings.some(({ rule }) => rule === 'missing')) return undefined;
  return typeof data === 'object' && data !== null ? data : {};
}

/** A letter that the check would refuse is not written. */
function refuseUnreadable(place: string, letter: Buffer): void {
  const [first] = readLetterBytes(`${place}.md`, letter).findings;
  if (first)
    throw new SaveRefusal(
      first,
      `转换出的答复第 ${first.line} 行第 ${first.column} 列通不过检查：${first.text}没有写入任何文件，请在原件中处理后再转换。`,
    );
}

const names: Record<string, string> = { title: '标题', issuer: '发文机关' };

function refuseIncomplete(frontmatter: Partial<Frontmatter>): void {
  const result = frontmatterSchema.safeParse(frontmatter);
  if (result.success) return;
  const missing = result.error.issues.map(({ path, message }) => {
    const key = path.join('.');
    return names[key] && frontmatter[key as keyof Frontmatter] === undefined
      ? names[key]
      : `${key}（${message}）`;
  });
  throw new SaveRefusal(
    'incomplete',
    `没有识别出必需的内容：${missing.join('、')}。请核对原件，用 --set 补上，例如 --set title=关于……的答复。`,
  );
}
