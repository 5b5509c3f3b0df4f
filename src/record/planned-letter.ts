import { join } from 'node:path';
import { readLetterBytes, readLetterFile } from '../content-files/letter-file.ts';
import { addressImages } from '../markdown/image-addresses.ts';
import { writeLetter } from '../markdown/write-letter.ts';
import type { Attachment } from '../readers/reading.ts';
import { frontmatterSchema, type Frontmatter } from '../reply/frontmatter.ts';
import { replyId, replyYear } from '../reply/identifier.ts';
import { editsFileName, serialiseEditsFile } from './edits-file.ts';
import { originalName } from './original-name.ts';
import type { ConversionRecord } from './record.ts';
import { SaveRefusal } from './save-refusal.ts';
import type { PlannedFile } from './writing.ts';

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
